using Classroom.Naming;
using Classroom.Runs.Cluster;
using Classroom.School;
using Classroom.Training.SelfCheck;
using Classroom.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Hosting;

/// <summary>The verb <c>check</c>: says of each part that must work whether it does.</summary>
public static class CheckVerb
{
    /// <returns>The program's exit code.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
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

    /// <summary>What is said of the engine; a line for each fault where it does not pass.</summary>
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
}
