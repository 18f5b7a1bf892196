using Classroom.Naming;
using Classroom.Runs.Cluster;
using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Demo;
using Classroom.Training.SelfCheck;
using Classroom.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Hosting;

/// <summary>What the verbs do; each returns the program's exit code.</summary>
public static class Verbs
{
    public static async Task<int> MigrateAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<SchoolDatabase>();
        await database.MigrateAloneAsync(cancellationToken);
        await terminal.Out.WriteLineAsync($"This version's tables are in {database.Describe()}.");
        return 0;
    }

    public static async Task<int> SeedDemoAsync(WebApplication app, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<SchoolDatabase>();
        await database.MigrateAloneAsync(cancellationToken);
        if (await DemoSchool.SeedAloneAsync(app.Services, cancellationToken) is { } refusal)
        {
            await terminal.Error.WriteLineAsync($"Nothing was changed in {database.Describe()}. {refusal.Message}");
            return 1;
        }

        await terminal.Out.WriteLineAsync(
            $"The demo school is in {database.Describe()}: admin, teacher, student01 … student30, password {DemoSchool.Password}.");
        return 0;
    }

    public static async Task<int> CreateAdminAsync(
        WebApplication app, string userName, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<SchoolDatabase>();
        await database.MigrateAloneAsync(cancellationToken);
        var password = terminal.HidesTyping ? ReadPassword(terminal.Out) : await terminal.In.ReadLineAsync(cancellationToken);
        var outcome = await app.Services.GetRequiredService<PeopleService>().CreateAdminAsync(userName, password ?? "", cancellationToken);
        if (!outcome.Succeeded)
        {
            await terminal.Error.WriteLineAsync($"Nothing was created in {database.Describe()}: {outcome.Refusal.Message}");
            return 1;
        }

        await terminal.Out.WriteLineAsync($"The admin {userName} is in {database.Describe()} and can sign in now.");
        return 0;
    }

    /// <summary>One line for each part that must work.</summary>
    public static async Task<int> CheckAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var parts = new (string Name, Func<Task<string>> Check)[]
        {
            ("configuration", () =>
            {
                var calendar = services.GetRequiredService<SchoolCalendar>();
                return Task.FromResult($"every setting is valid; it is {FriendlyDate.Moment(calendar.NowUtc, calendar)} at the school, "
                    + $"in the time zone {calendar.ZoneName}");
            }),
            ("database", async () =>
            {
                await services.GetRequiredService<SchoolDatabase>().RequireSoundAsync(cancellationToken);
                await using var db = await services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>()
                    .CreateDbContextAsync(cancellationToken);
                var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
                return pending == 0
                    ? $"{db.Database.ProviderName}, up to date"
                    : throw new InvalidOperationException(
                        $"{Counted.Format(pending, "migration")} {(pending == 1 ? "is" : "are")} missing: run the verb migrate");
            }),
            ("engine", async () => services.GetRequiredService<RunsNode>().Trains
                ? ReadReport(await services.GetRequiredService<NodeEngine>().CheckAsync())
                : "not needed, this node does not train"),
            ("content", () =>
            {
                var terms = services.GetRequiredService<Curriculum.Curriculum>().Terms;
                return Task.FromResult($"{Counted.Format(terms.Count, "term")}, "
                    + $"{Counted.Format(terms.Count(term => term.HasLesson), "lesson")}, "
                    + $"{Counted.Format(terms.Sum(term => term.Quiz?.Questions.Count ?? 0), "question")}");
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

    private static string ReadPassword(TextWriter output)
    {
        output.Write("Password: ");
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

        output.WriteLine();
        return password.ToString();
    }
}
