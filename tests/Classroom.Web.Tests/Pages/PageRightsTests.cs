using Classroom.School;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Pages;

/// <summary>
/// Who may open which page, and post its forms. The pages are those of the running program, so a new one fails until
/// <see cref="PageRights"/> has it.
/// </summary>
public sealed class PageRightsTests(ClassroomHost host)
{
    private const string Handler = "_handler";
    private const string Token = "__RequestVerificationToken";

    private static readonly string[] Roles =
    [
        "a visitor", "a student of the class", "a student of another class", "a student who waits", "a teacher of another class",
        "an assistant of the class", "a teacher of the class", "an admin",
    ];

    // Who has nothing to do with the class. One who waits knows its name already, but nobody in it.
    private static readonly int[] Outsiders = [0, 2, 3, 4];
    private const int Waiting = 3;
    private const int TeacherOfClass = 6;
    private const int Admin = 7;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_page_of_the_program_is_in_the_table() =>
        Assert.Equal(Pages().Order(StringComparer.Ordinal), PageRights.Table.Select(page => page.Route).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_page_is_answered_as_the_table_says_and_tells_nothing_of_the_class_to_others()
    {
        var scene = await PageRightsScene.NewAsync(host);
        var wrong = new List<string>();
        foreach (var page in PageRights.Table)
        {
            for (var role = 0; role < Roles.Length; role++)
            {
                var (status, answer) = await OpenAsync(scene.Base.People[role], scene.Address(page));
                if (status != page.Expected[role])
                {
                    wrong.Add($"{page.Route} for {Roles[role]}: {status} and not {page.Expected[role]}");
                }
                if (Outsiders.Contains(role))
                {
                    wrong.AddRange(scene.Secrets.Skip(role == Waiting ? 2 : 0)
                        .Where(secret => answer.Html.DocumentElement.OuterHtml.Contains(secret, StringComparison.Ordinal))
                        .Select(secret => $"{page.Route} tells {secret} to {Roles[role]}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_form_of_a_page_can_be_posted_by_those_who_may_not_open_it()
    {
        var scene = await PageRightsScene.NewAsync(host);
        await using var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        var tokens = await Task.WhenAll(scene.Base.People.Select(TokenAsync));
        var wrong = new List<string>();
        var posted = 0;
        foreach (var page in PageRights.Table)
        {
            var whose = page.Expected[TeacherOfClass] == 200 ? TeacherOfClass : Admin;
            if (page.Expected[whose] != 200)
            {
                continue;
            }
            var shown = await scene.Base.People[whose].OpenAsync(scene.Address(page));
            foreach (var form in shown.Html.QuerySelectorAll($"main form:has(input[name='{Handler}'])")
                .Select(form => form.QuerySelector($"input[name='{Handler}']")!.GetAttribute("value")!).Distinct())
            {
                for (var role = 0; role < Roles.Length; role++)
                {
                    if (page.Expected[role] == 200)
                    {
                        continue;
                    }
                    posted++;
                    var acts = db.Audit.Where(entry => entry.ActorId == scene.Base.Ids[role] && entry.ActorId != null);
                    var before = await acts.CountAsync(Ct);
                    var answer = await scene.Base.People[role].PostFirstAsync(shown, form, (Token, tokens[role]));
                    if (answer.Status is < 300 or >= 500)
                    {
                        wrong.Add($"{form} of {page.Route} by {Roles[role]}: {answer.Status}");
                    }
                    if (await acts.CountAsync(Ct) != before)
                    {
                        wrong.Add($"{form} of {page.Route} by {Roles[role]}: something was done");
                    }
                }
            }
        }

        Assert.True(posted > 200, $"Only {posted} forms were posted: look at how this test reads the pages.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<(int Status, PageAnswer Answer)> OpenAsync(PageClient client, string address)
    {
        var answer = await client.OpenAsync(address);
        if (answer.Status != 302)
        {
            return (answer.Status, answer);
        }
        if (answer.Redirect!.StartsWith("/account/login?", StringComparison.Ordinal))
        {
            return (401, answer);
        }
        var next = await client.OpenAsync(answer.Redirect);
        return (next.Status == 200 ? 302 : next.Status, next);
    }

    // Whoever forges a form takes her own token, which the program has given her.
    private static async Task<string> TokenAsync(PageClient client) =>
        (await client.OpenAsync("/join")).Html.QuerySelector($"input[name='{Token}']")!.GetAttribute("value")!;

    private IEnumerable<string> Pages() =>
        from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        select "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
