using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Sqlite;
using Classroom.Training.Data.BuiltIn;
using Classroom.Web.Features.DataSets.Uploads;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.DataSets;

/// <summary>Real services on a SQLite file of its own, without pages.</summary>
public sealed class DataSetSchool : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("classroom-datasets-").FullName;
    private readonly ServiceProvider services;

    private DataSetSchool(SchoolLimits limits)
    {
        var collection = new ServiceCollection();
        collection.AddSchool(new SchoolOptions
        {
            Database = options => options.UseSchoolSqlite($"Data Source={Path.Combine(folder, "school.db")}"),
            Limits = limits,
            BuiltInDataSets = [.. BuiltInDataSets.List.Select(info => info.Title)],
        });
        collection.AddSingleton<DataSetCatalog>();
        collection.AddSingleton<ImportSlots>();
        collection.AddSingleton<DataSetUpload>();
        services = collection.BuildServiceProvider();
    }

    public Actor Admin { get; private set; }

    public Actor Teacher { get; private set; }

    public DataSetUpload Upload => services.GetRequiredService<DataSetUpload>();

    public ImportSlots Slots => services.GetRequiredService<ImportSlots>();

    public DataSetCatalog Catalog => services.GetRequiredService<DataSetCatalog>();

    public static async Task<DataSetSchool> OpenAsync(SchoolLimits? limits = null)
    {
        var school = new DataSetSchool(limits ?? new());
        await school.services.GetRequiredService<SchoolDatabase>().MigrateAsync(Ct);
        school.Admin = await school.AddAsync(Role.Admin);
        school.Teacher = await school.AddAsync(Role.Teacher);
        return school;
    }

    /// <summary>Gives a stored data set a title without asking, as an earlier version may have left it.</summary>
    public async Task ForceTitleAsync(Guid dataSet, string title)
    {
        await using var db = await OpenDatabaseAsync();
        await db.DataSets.Where(entry => entry.Id == dataSet).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Title, title), Ct);
    }

    public async Task<Actor> AddAsync(Role role, string? name = null)
    {
        name ??= $"{role}";
        await using var db = await OpenDatabaseAsync();
        var person = new User
        {
            UserName = name,
            NormalizedUserName = name,
            DisplayName = name,
            Role = role,
            CreatedUtc = DateTime.UnixEpoch
        };
        db.Users.Add(person);
        await db.SaveChangesAsync(Ct);
        return new Actor(person.Id, role);
    }

    /// <summary>Data sets and parts of them in the database.</summary>
    public async Task<(int DataSets, int Parts)> CountAsync()
    {
        await using var db = await OpenDatabaseAsync();
        return (await db.DataSets.CountAsync(Ct), await db.DataSetParts.CountAsync(Ct));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<ClassroomDbContext> OpenDatabaseAsync() =>
        services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
}
