using Classroom.Runs;
using Classroom.School;
using Classroom.Training;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Hosting;

/// <summary>What the verbs do; each returns the program's exit code.</summary>
public static class Verbs
{
    public static async Task<int> MigrateAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<SchoolDatabase>().MigrateAsync(cancellationToken);
        return 0;
    }

    public static async Task<int> SeedDemoAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await MigrateAsync(app, cancellationToken);
        await DemoSchool.SeedAsync(app.Services, cancellationToken);
        Console.WriteLine("The demo school is there: admin, teacher, student01 … student30, password demo-classroom.");
        return 0;
    }

    public static async Task<int> CreateAdminAsync(WebApplication app, string userName, CancellationToken cancellationToken)
    {
        await MigrateAsync(app, cancellationToken);
        var password = Console.IsInputRedirected ? await Console.In.ReadLineAsync(cancellationToken) : ReadPassword();
        var outcome = await app.Services.GetRequiredService<PeopleService>().CreateAdminAsync(userName, password ?? "", cancellationToken);
        Console.WriteLine(outcome.Succeeded ? $"The admin {userName} can sign in now." : $"Nothing was created: {outcome.Refusal.Message}");
        return outcome.Succeeded ? 0 : 1;
    }

    /// <summary>One line for each part that must work.</summary>
    public static async Task<int> CheckAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var parts = new (string Name, Func<Task<string>> Check)[]
        {
            ("configuration", () => Task.FromResult("every setting is valid")),
            ("database", async () =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(cancellationToken);
                var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
                return pending == 0 ? $"{db.Database.ProviderName}, up to date" : throw new InvalidOperationException($"{pending} migrations are missing: run the verb migrate");
            }),
            ("engine", async () => services.GetRequiredService<RunsNode>().Trains
                ? ReadReport(await services.GetRequiredService<NodeEngine>().CheckAsync())
                : "not needed, this node does not train"),
            ("content", () =>
            {
                var terms = services.GetRequiredService<Curriculum.Curriculum>().Terms;
                return Task.FromResult($"{terms.Count} terms, {terms.Count(term => term.HasLesson)} lessons, {terms.Sum(term => term.Quiz?.Questions.Count ?? 0)} questions");
            }),
        };
        var failed = 0;
        foreach (var (name, checkPart) in parts)
        {
            try
            {
                await output.WriteLineAsync($"ok      {name}: {await checkPart()}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed = 1;
                foreach (var line in fault.GetBaseException().Message.Split('\n'))
                {
                    await output.WriteLineAsync($"failed  {name}: {line}");
                }
            }
        }

        return failed;
    }

    /// <summary>The engine's part of <see cref="CheckAsync"/>; a line for each fault where it does not pass.</summary>
    private static string ReadReport(EngineReport report)
    {
        var description = NodeEngine.Describe(report);
        return (report.Passed, report.Faults.Count) switch
        {
            (true, 0) => description,
            (true, _) => $"{description}; a safer setting than was first tried: {string.Join(" ", report.Faults)}",
            _ => throw new InvalidOperationException(string.Join('\n', [description, .. report.Faults])),
        };
    }

    private static string ReadPassword()
    {
        Console.Write("Password: ");
        var password = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                password.Length = Math.Max(0, password.Length - 1);
            }
            else
            {
                password.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return password.ToString();
    }
}
