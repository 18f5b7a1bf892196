using Classroom.Runs;
using Classroom.School;
using Classroom.Training;
using Microsoft.EntityFrameworkCore;
using TorchSharp;

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
    public static async Task<int> CheckAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var parts = new (string Name, Func<Task<string>> Check)[]
        {
            ("configuration", () => Task.FromResult("every setting is valid")),
            ("database", async () =>
            {
                await using var db = await app.Services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(cancellationToken);
                var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
                return pending == 0 ? $"{db.Database.ProviderName}, up to date" : throw new InvalidOperationException($"{pending} migrations are missing: run the verb migrate");
            }),
            ("libtorch", () =>
            {
                if (!app.Services.GetRequiredService<RunsNode>().Trains)
                {
                    return Task.FromResult("not needed, this node does not train");
                }

                TorchRuntime.Initialize();
                using var ones = torch.ones(2, 2);
                using var sum = ones.sum();
                return Task.FromResult(sum.item<float>() == 4 ? $"version {torch.__version__}" : throw new InvalidOperationException("it computes wrongly"));
            }),
            ("content", () =>
            {
                var terms = app.Services.GetRequiredService<Curriculum.Curriculum>().Terms;
                return Task.FromResult($"{terms.Count} terms, {terms.Count(term => term.HasLesson)} lessons, {terms.Sum(term => term.Quiz?.Questions.Count ?? 0)} questions");
            }),
        };
        var failed = 0;
        foreach (var (name, checkPart) in parts)
        {
            try
            {
                Console.WriteLine($"ok      {name}: {await checkPart()}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                failed = 1;
                Console.WriteLine($"failed  {name}: {fault.GetBaseException().Message}");
            }
        }

        return failed;
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
