using System.Collections.Concurrent;
using Classroom.School;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Classroom.Web.Tests.ClassroomHost))]

namespace Classroom.Web.Tests;

/// <summary>The whole program with its demo school, on a database of its own; started by the first test that asks for a page.</summary>
public sealed class ClassroomHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("classroom-web-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<PageClient>>> _signedIn = new();
    private readonly Lock _gate = new();
    private bool _started;

    /// <summary>Someone who has not signed in.</summary>
    public PageClient Visitor()
    {
        Start();
        return new PageClient(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
    }

    /// <summary>Someone with a new sign-in of her own.</summary>
    public async Task<PageClient> SignInAsync(string userName, string password = DemoSchool.Password)
    {
        var client = Visitor();
        var answer = await client.SignInAsync(userName, password);
        Assert.Equal("/", answer.Redirect);
        return client;
    }

    /// <summary>One sign-in that tests share which only look.</summary>
    public Task<PageClient> LookAsAsync(string userName, string password = DemoSchool.Password) =>
        _signedIn.GetOrAdd(userName, name => new Lazy<Task<PageClient>>(() => SignInAsync(name, password))).Value;

    public T Get<T>()
        where T : notnull
    {
        Start();
        return Services.GetRequiredService<T>();
    }

    public async Task<Actor> ActorAsync(string userName)
    {
        await using var db = await Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync();
        var user = await db.Users.SingleAsync(found => found.UserName == userName);
        return new Actor(user.Id, user.Role);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Classroom:DataDirectory", _folder);
        builder.UseSetting("Classroom:Demo", "true");
        builder.UseSetting("Classroom:Training:Threads", "1");
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var client in _signedIn.Values)
        {
            (await client.Value).Dispose();
        }

        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // Tests of several classes may ask at once, and the factory would then build two hosts.
    private void Start()
    {
        lock (_gate)
        {
            if (!_started)
            {
                _ = Server;
                _started = true;
            }
        }
    }
}
