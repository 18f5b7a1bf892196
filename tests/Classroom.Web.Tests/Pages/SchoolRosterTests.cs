using System.Text;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

/// <summary>A teacher adds students by their names and prints their cards.</summary>
public sealed class SchoolRosterTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pasted_names_are_stored_once_the_teacher_has_seen_them_and_each_student_signs_in_with_her_card()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ending = scene.Class.Id;

        var preview = await teacher.PostForgedAsync(
            await teacher.OpenAsync($"{scene.Address}/students/new"),
            "paste",
            ("text", $"Ada {ending}\n{scene.Maria.Person.DisplayName}\nA\u0007da\nAda {ending}"));

        Assert.Equal(2, (await RosterAsync(scene)).Count);
        Assert.Equal([true, false, true, false], Selected(preview));
        Assert.Contains("Line 3: After \"A\" comes a character that cannot be seen", Said(preview, 2));
        Assert.Contains("in the class already", Said(preview, 1));
        Assert.Contains("Line 1 has the same name", Said(preview, 3));

        var refused = await teacher.PostAsync(preview, "add", ("act", "add"));
        Assert.Contains("Nobody has been added yet", refused.Text);
        Assert.Equal(2, (await RosterAsync(scene)).Count);
        Assert.Equal([true, false, true, false], Selected(refused));

        var fields = Lines(refused).Select((line, place) => place == 2 ? (line.Line, $"Bea {ending}", "") : line);
        var added = await teacher.PostRawAsync(refused.Address, [.. Sent(refused, fields, 0, 2), ("act", "add")]);
        Assert.Equal($"{scene.Address}/cards?done=added", added.Redirect);
        Assert.Equal(4, (await RosterAsync(scene)).Count);

        var cards = await teacher.OpenAsync(added.Redirect!);
        var card = cards.Html.QuerySelectorAll(".cards li")
            .Single(item => item.ReadText().Contains($"Bea {ending}", StringComparison.Ordinal));
        var userName = card.QuerySelector(".typed")!.ReadText();
        Assert.Equal($"bea.{ending}", userName);
        Assert.EndsWith($"/account/login?user={userName}", card.QuerySelector("[role='img']")!.GetAttribute("aria-label"));
        var signIn = await host.Visitor().OpenAsync($"/account/login?user={userName}");
        Assert.Equal(userName, signIn.Html.QuerySelector("#username")!.GetAttribute("value"));
        using var bea = await host.SignInAsync(userName, card.QuerySelector(".secret")!.ReadText());
    }

    [Fact]
    public async Task A_user_name_that_somebody_has_is_replaced_by_a_free_one_and_the_teacher_is_told()
    {
        var scene = await SchoolScene.NewAsync(host);
        var others = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var taken = others.Maria.Person.UserName;

        var preview = await PasteFileAsync(teacher, scene, Encoding.UTF8.GetBytes($"name,user name\nSomeone Else,{taken}"));

        var line = Assert.Single(Lines(preview));
        Assert.NotEqual(taken, line.UserName);
        Assert.Contains($"Someone already has the user name \"{taken}\". \"{line.UserName}\" is free.", Said(preview, 0));
        // Of the other student nothing but the user name, which the teacher typed herself.
        Assert.DoesNotContain(others.Maria.Person.DisplayName, preview.Text);
        Assert.DoesNotContain("in the class already", preview.Text);
    }

    [Fact]
    public async Task Lists_that_cannot_be_read_say_why_and_keep_what_was_typed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/students/new");

        Assert.Contains("no name in the list", (await teacher.PostForgedAsync(page, "paste", ("text", " \n"))).FaultOf("text"));
        var endless = string.Join('\n', Enumerable.Range(0, 10_000).Select(n => $"N{n}"));
        var tooMany = await teacher.PostForgedAsync(page, "paste", ("text", endless));
        Assert.Contains("10,000 names", tooMany.FaultOf("text"));
        Assert.Contains("N9999", tooMany.Html.QuerySelector("textarea")!.TextContent);
        Assert.Contains("whole workbook", (await PasteFileAsync(teacher, scene, "PK\u0003\u0004"u8.ToArray())).FaultOf("files"));
        Assert.Contains("larger than", (await PasteFileAsync(teacher, scene, new byte[300 * 1024])).FaultOf("files"));
        Assert.Equal(2, (await RosterAsync(scene)).Count);
    }

    [Fact]
    public async Task A_forged_preview_stores_nothing_that_the_service_would_not()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var preview = await teacher.PostForgedAsync(await teacher.OpenAsync($"{scene.Address}/students/new"), "paste", ("text", "Ada"));

        var none = await teacher.PostRawAsync(preview.Address, [.. Sent(preview, Lines(preview)), ("act", "add")]);
        Assert.Contains("No line is selected", none.Text);
        var many = Enumerable.Range(0, 150).Select(place => ($"{place}", $"Forged {place}", "")).ToList();
        var refused = await teacher.PostRawAsync(preview.Address, [.. Sent(preview, many, [.. Enumerable.Range(0, 150)]), ("act", "add")]);
        Assert.Contains("Give 1 to 100 students at once", refused.Text);
        var bare = Sent(preview, []).Append(("name", "Only a name")).Append(("add", "0")).Append(("add", "seven")).Append(("act", "check"));
        var completed = await teacher.PostRawAsync(preview.Address, bare);
        Assert.Contains("Only a name", completed.Html.QuerySelector("#name-0")!.GetAttribute("value"));
        Assert.Equal(2, (await RosterAsync(scene)).Count);
    }

    [Fact]
    public async Task Assistants_have_no_part_in_it_and_nobody_adds_to_an_archived_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var helper = await scene.AddAsync("Helper", Role.Teacher);
        await host.Get<ClassTeacherService>().AddAsync(scene.Admin, scene.Class.Id, helper.Person.Id, Ct);
        await host.Get<ClassTeacherService>().ChangeRoleAsync(scene.Admin, scene.Class.Id, helper.Person.Id, ClassRole.Assistant, Ct);
        using var assistant = await scene.SignInAsync(helper);
        foreach (var page in new[] { "students/new", "cards" })
        {
            Assert.Equal(404, (await assistant.OpenAsync($"{scene.Address}/{page}")).Status);
        }

        Assert.DoesNotContain("Sign-in cards", (await assistant.OpenAsync($"{scene.Address}/roster")).Text);
        await host.Get<ClassArchive>().ArchiveAsync(scene.TeacherActor, scene.Class.Id, Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        Assert.Null((await teacher.OpenAsync($"{scene.Address}/students/new")).Html.QuerySelector("textarea"));
    }

    [Fact]
    public async Task Cards_are_covered_until_asked_for_and_no_browser_stores_them()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        await teacher.PostAsync(await teacher.OpenAsync($"{scene.Address}/roster"), "roster", ("reset", $"{scene.Noah.Person.Id}"));

        using var page = await teacher.Http.GetAsync($"{scene.Address}/cards", Ct);
        using var pdf = await teacher.Http.GetAsync($"/api{scene.Address}/cards.pdf", Ct);

        Assert.All(new[] { page, pdf }, answer => Assert.True(answer.Headers.CacheControl!.NoStore));
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        var cover = (await teacher.OpenAsync($"{scene.Address}/cards")).Html.QuerySelectorAll("input[type='checkbox']");
        Assert.All(cover, box => Assert.False(box.HasAttribute("checked")));
        Assert.Equal(2, cover.Length);
    }

    private static async Task<PageAnswer> PasteFileAsync(PageClient teacher, SchoolScene scene, byte[] file) =>
        await teacher.PostFilesAsync(await teacher.OpenAsync($"{scene.Address}/students/new"), "paste", [("list.csv", file)]);

    private async Task<IReadOnlyList<RosterEntry>> RosterAsync(SchoolScene scene) =>
        (await host.Get<RosterService>().ListAsync(scene.TeacherActor, scene.Class.Id, Ct))!;

    /// <summary>What is said beside a line, found as a screen reader finds it.</summary>
    private static string Said(PageAnswer preview, int place) =>
        preview.Html.GetElementById(preview.Html.GetElementById($"name-{place}")!.GetAttribute("aria-describedby")!)!.ReadText();

    private static IEnumerable<bool> Selected(PageAnswer preview) =>
        preview.Html.QuerySelectorAll("input[name='add']").Select(box => box.HasAttribute("checked"));

    private static IReadOnlyList<(string Line, string Name, string UserName)> Lines(PageAnswer preview) =>
    [
        .. preview.Html.QuerySelectorAll(".lines li").Select(item => (
            item.QuerySelector("[name='line']")!.GetAttribute("value")!,
            item.QuerySelector("[name='name']")!.GetAttribute("value") ?? "",
            item.QuerySelector("[name='userName']")!.GetAttribute("value") ?? "")),
    ];

    /// <summary>What a browser sends for these lines, of which some are selected.</summary>
    private static IEnumerable<(string Name, string Value)> Sent(
        PageAnswer preview, IEnumerable<(string Line, string Name, string UserName)> lines, params int[] selected) =>
        preview.Form("add").QuerySelectorAll("input[type='hidden']:not([name='line'])")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Concat(lines.SelectMany(line => new[] { ("line", line.Line), ("name", line.Name), ("userName", line.UserName) }))
            .Concat(selected.Select(place => ("add", $"{place}")));
}
