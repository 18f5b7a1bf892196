using System.Net.Http.Headers;
using Classroom.School.Assignments;
using Ical.Net;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolCalendarFeedTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_calendar_is_turned_on_renewed_and_turned_off()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var off = await maria.OpenAsync("/account");
        Assert.Null(off.Html.QuerySelector("#calendar-address"));

        var on = await maria.PostAsync(off, "calendar", ("act", "renew"));

        Assert.Equal("/account?done=calendar", on.Redirect);
        var first = await AddressAsync(maria);
        Assert.Equal(first, await AddressAsync(maria));
        Assert.Equal(200, await StatusAsync(first));
        await maria.PostAsync(await maria.OpenAsync("/account"), "calendar", ("act", "renew"));
        var second = await AddressAsync(maria);
        Assert.Equal((404, 200), (await StatusAsync(first), await StatusAsync(second)));
        Assert.Equal(
            "/account?done=calendar-off",
            (await maria.PostAsync(await maria.OpenAsync("/account"), "calendar", ("act", "off"))).Redirect);
        Assert.Equal(404, await StatusAsync(second));
        Assert.Null((await maria.OpenAsync("/account")).Html.QuerySelector("#calendar-address"));
    }

    [Fact]
    public async Task Student_and_teacher_read_when_what_is_due_and_nothing_about_anybody()
    {
        var scene = await SchoolScene.NewAsync(host);
        var due = DateTime.UtcNow.Date.AddDays(9).AddHours(15);
        var assigned = (await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new NewAssignment { Slug = "overfitting", Kind = AssignmentKind.Quiz, Title = "Fit; not, \\over", DueUtc = due },
            Ct)).Value!;
        Assert.Null(await host.Get<AssignmentStudentService>().SetAsync(
            scene.TeacherActor,
            assigned.Id,
            scene.Maria.Person.Id,
            new StudentSettings { DueUtc = due.AddDays(1), Points = 61, Reason = "Secret reason", Comment = "Secret comment" },
            cancellationToken: Ct));

        var hers = await ReadAsync(scene, scene.Maria);
        var ofTeacher = await ReadAsync(scene, scene.Teacher);

        var (mine, classes) = (Calendar.Load(hers)!.Events.Single(), Calendar.Load(ofTeacher)!.Events.Single());
        Assert.Equal(("Due: Fit; not, \\over (quiz)", due.AddDays(1)), (mine.Summary, mine.DtStart!.AsUtc));
        Assert.Equal(
            ($"Due in {scene.Class.Name}: Fit; not, \\over (quiz)", due, mine.Uid), (classes.Summary, classes.DtStart!.AsUtc, classes.Uid));
        Assert.Equal("http://localhost/quiz/overfitting?mode=graded", mine.Description);
        Assert.Equal($"http://localhost{scene.Address}/assignments/{assigned.Id}", classes.Description);
        foreach (var text in new[] { hers, ofTeacher })
        {
            Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Maria", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Kim", text, StringComparison.OrdinalIgnoreCase);
            var properties = text.Split("BEGIN:VEVENT\r\n")[1].Split("\r\nEND:VEVENT")[0].Split("\r\n")
                .Where(line => line[0] != ' ').Select(line => line.Split(':', ';')[0]);
            Assert.Equal(
                [
                    "CREATED", "DESCRIPTION", "DTSTAMP", "DTSTART", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "TRANSP", "UID", "URL",
                ],
                properties);
        }
    }

    [Fact]
    public async Task A_program_that_has_it_already_is_told_so_and_nobody_else_stores_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        await maria.PostAsync(await maria.OpenAsync("/account"), "calendar", ("act", "renew"));
        var address = await AddressAsync(maria);
        using var http = host.Visitor().Http;
        using var first = await http.GetAsync(address, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await http.SendAsync(request, Ct);

        Assert.Equal(("text/calendar", "utf-8"), (first.Content.Headers.ContentType!.MediaType, first.Content.Headers.ContentType.CharSet));
        Assert.Equal(new CacheControlHeaderValue { Private = true, NoCache = true }, first.Headers.CacheControl);
        Assert.Equal("noindex", Assert.Single(first.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal((304, first.Headers.ETag), ((int)again.StatusCode, again.Headers.ETag));
    }

    [Fact]
    public async Task What_is_no_address_is_told_so_in_words()
    {
        using var http = host.Visitor().Http;
        foreach (var wrong in new[] { new string('0', 40), "x", "..%2f..%2fetc", new string('a', 3000) })
        {
            using var answer = await http.GetAsync($"/calendar/{wrong}.ics", Ct);
            Assert.Equal(404, (int)answer.StatusCode);
            Assert.Contains("no calendar at this address", await answer.Content.ReadAsStringAsync(Ct));
        }
    }

    private async Task<string> ReadAsync(SchoolScene scene, School.Accounts.Credentials who)
    {
        using var client = await scene.SignInAsync(who);
        await client.PostAsync(await client.OpenAsync("/account"), "calendar", ("act", "renew"));
        using var http = host.Visitor().Http;
        return await http.GetStringAsync(await AddressAsync(client), Ct);
    }

    private static async Task<string> AddressAsync(PageClient client) =>
        (await client.OpenAsync("/account")).Html.QuerySelector("#calendar-address")!.GetAttribute("value")!;

    private async Task<int> StatusAsync(string address)
    {
        using var http = host.Visitor().Http;
        using var answer = await http.GetAsync(address, Ct);
        return (int)answer.StatusCode;
    }
}
