using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Demo;

namespace Classroom.Web.Hosting;

/// <summary>What the verbs that change the database do; each returns the program's exit code.</summary>
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
