using System.CommandLine;
using Classroom.Curriculum;
using Classroom.Runs;
using Classroom.School;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>The program's verbs; without one it serves.</summary>
public static class CommandLine
{
    // The verb says itself what the engine has found.
    private const string WithoutEngineLog = "--Logging:LogLevel:Classroom.Runs.NodeEngine=None";

    public static async Task<int> RunAsync(string[] args)
    {
        var user = new Option<string>("--user") { Description = "The user name.", Required = true };
        var createAdmin = new Command("create-admin", "Creates an admin; the password is asked for, or read from standard input.") { user };
        createAdmin.SetAction((parsed, cancellation) => RunAsync(args, host => Verbs.CreateAdminAsync(host, parsed.GetRequiredValue(user), cancellation)));
        var migrate = new Command("migrate", "Brings the database to this version.");
        migrate.SetAction((_, cancellation) => RunAsync(args, host => Verbs.MigrateAsync(host, cancellation)));
        var seedDemo = new Command("seed-demo", "Fills the database with the demo school.");
        seedDemo.SetAction((_, cancellation) => RunAsync(args, host => Verbs.SeedDemoAsync(host, cancellation)));
        var check = new Command("check", "Checks configuration, database, engine and content.");
        check.SetAction((_, cancellation) => RunAsync([.. args, WithoutEngineLog], host => Verbs.CheckAsync(host.Services, Console.Out, cancellation)));

        // What is no verb and no option of ours belongs to ASP.NET Core: --urls, --environment and the like.
        var root = new RootCommand("Classroom: learn deep learning by really doing it.") { createAdmin, migrate, seedDemo, check };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancellation) => RunAsync(args, host => ServeAsync(host, cancellation)));
        return await root.Parse(args).InvokeAsync();
    }

    private static async Task<int> RunAsync(string[] args, Func<WebApplication, Task<int>> act)
    {
        try
        {
            await using var app = ClassroomApp.Build(args);
            // Wrong settings end the program here, before anything else does.
            _ = app.Services.GetRequiredService<IOptions<ClassroomSettings>>().Value;
            return await act(app);
        }
        catch (OptionsValidationException fault)
        {
            return Complain(fault.Failures);
        }
        catch (ContentException fault)
        {
            return Complain([fault.Message]);
        }
        catch (NodeEndpointException fault)
        {
            return Complain([fault.Message]);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return Complain([$"{fault.Message} Another program, perhaps another Classroom, answers there already: end it, or choose another address with ASPNETCORE_URLS."]);
        }
        catch (Exception fault) when (fault is InvalidOperationException { InnerException: FormatException or ArgumentException })
        {
            // A setting of another type, such as a word where a number belongs: the binder's message names it.
            return Complain([fault.Message]);
        }
    }

    private static async Task<int> ServeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.CheckNode();
        await Verbs.MigrateAsync(app, cancellationToken);
        if (app.Services.GetRequiredService<IOptions<ClassroomSettings>>().Value.Demo && app.Services.GetRequiredService<RunsNode>().ShowsRuns)
        {
            await DemoSchool.SeedAsync(app.Services, cancellationToken);
        }

        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static int Complain(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine($"Classroom cannot start: {fault}");
        }

        return 1;
    }
}
