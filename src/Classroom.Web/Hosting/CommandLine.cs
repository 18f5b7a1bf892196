using System.CommandLine;
using Classroom.Runs;
using Classroom.Runs.Cluster;
using Classroom.School;
using Classroom.School.Demo;
using Classroom.Web.Hosting.Settings;
using Classroom.Web.Shared;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>The program's verbs; without one it serves.</summary>
public static class CommandLine
{
    // The verb says itself what the engine has found.
    private const string WithoutEngineLog = "--Logging:LogLevel:Classroom.Runs.Cluster.NodeEngine=None";

    private const string Description =
        """
        Classroom: learn deep learning by really doing it. Without a command it serves.

        Settings can be given as environment variables (Classroom__DataDirectory=/srv/classroom) or as arguments
        (--Classroom:DataDirectory=/srv/classroom --urls=http://localhost:5080); README.md lists them.
        """;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Terminal.OfProcess);

    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var arguments = ConfigurationArguments.Parse(args);
        if (arguments.Faults.Count > 0)
        {
            return Complain(arguments.Faults, terminal);
        }

        var root = CreateCommands([.. arguments.Settings], terminal);
        return await root.Parse(arguments.Others)
            .InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }, cancellationToken);
    }

    private static RootCommand CreateCommands(string[] settings, Terminal terminal)
    {
        var user = new Option<string>("--user") { Description = "The user name.", Required = true };
        var createAdmin = new Command("create-admin", "Creates an admin; the password is asked for, or read from standard input.") { user };
        createAdmin.SetAction((
            parsed,
            cancellation) => RunAsync(
                settings, terminal, host => Verbs.CreateAdminAsync(host, parsed.GetRequiredValue(user), terminal, cancellation)));
        var migrate = new Command("migrate", "Brings the database to this version.");
        migrate.SetAction((_, cancellation) => RunAsync(settings, terminal, host => Verbs.MigrateAsync(host, terminal, cancellation)));
        var seedDemo = new Command("seed-demo", "Fills an empty database with the demo school.");
        seedDemo.SetAction((_, cancellation) => RunAsync(settings, terminal, host => Verbs.SeedDemoAsync(host, terminal, cancellation)));
        var check = new Command("check", "Checks configuration, database, engine and content.");
        check.SetAction((
            _,
            cancellation) => RunAsync(
                [.. settings, WithoutEngineLog], terminal, host => CheckVerb.RunAsync(host.Services, terminal.Out, cancellation)));

        var root = new RootCommand(Description)
        {
            createAdmin,
            migrate,
            seedDemo,
            check,
            NotYet(
                "backup", "Will write a backup to a file; not part of this version.",
                "stop Classroom and copy its data directory (SQLite), or use pg_dump (PostgreSQL)", terminal),
            NotYet(
                "restore", "Will bring a backup back; not part of this version.",
                "stop Classroom and put the copy of its data directory back (SQLite), or use pg_restore (PostgreSQL)", terminal),
        };
        root.SetAction((_, cancellation) => RunAsync(settings, terminal, host => ServeAsync(host, terminal, cancellation)));
        return root;
    }

    private static Command NotYet(string verb, string description, string instead, Terminal terminal)
    {
        var command = new Command(verb, description) { new Argument<string>("FILE") };
        command.SetAction(_ =>
        {
            terminal.Error.WriteLine($"This version of Classroom has no {verb} yet, and nothing was done. Until then, {instead}.");
            return 1;
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, Terminal terminal, Func<WebApplication, Task<int>> act)
    {
        try
        {
            await using var app = ClassroomApp.Build(settings);
            // Wrong settings end the program here, before anything else does.
            _ = app.Services.GetRequiredService<IOptions<ClassroomSettings>>().Value;
            return await act(app);
        }
        catch (Exception failure) when (StartTrouble.Describe(failure) is { } faults)
        {
            return Complain(faults, terminal);
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<SchoolDatabase>();
        using var claim = database.Claim();
        ListeningAddresses.RequireFree(app.Configuration);
        var settings = app.Services.GetRequiredService<IOptions<ClassroomSettings>>().Value;
        var showsPages = app.Services.GetRequiredService<RunsNode>().ShowsRuns;
        // Whoever only trains takes no uploads.
        using var uploads = showsPages ? UploadFolder.Open(DataDirectory.Prepare(app.Environment, settings, app.Logger)) : null;
        await database.RequireSoundAsync(cancellationToken);
        app.Services.CheckNode();
        await database.MigrateAsync(cancellationToken);
        if (settings.Demo && showsPages && await DemoSchool.SeedAsync(app.Services, cancellationToken) is { } refusal)
        {
            return Complain([$"Classroom__Demo is true. {refusal.Message}"], terminal);
        }

        try
        {
            await StartAsync(app, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        finally
        {
            // All of it ends before somebody else may have its data.
            await app.DisposeAsync();
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // The silo runs by now; only if it may say goodbye does it end without complaints.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static int Complain(IEnumerable<string> faults, Terminal terminal)
    {
        foreach (var fault in faults)
        {
            terminal.Error.WriteLine($"Classroom cannot start: {fault}");
        }

        return 1;
    }
}
