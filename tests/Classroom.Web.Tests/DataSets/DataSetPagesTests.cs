using System.Text;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.Training.Tests;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.DataSets;

/// <summary>The way of files from the form through the preview into the store, and what can be done there, without scripts.</summary>
public sealed class DataSetPagesTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_files_do_not_say_is_asked_before_anything_is_stored_and_the_answer_is_what_is_stored()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var asked = await UploadAsync(teacher, "Animals", "animals.zip", AmbiguousUploads.Animals);

        Assert.Contains("Which folders are the classes?", asked.Text);
        Assert.Equal(["1", "2"], asked.Html.QuerySelectorAll("input[name='classFolder']").Select(input => input.GetAttribute("value")));
        Assert.Empty(asked.Html.QuerySelectorAll("input[name='classFolder'][checked]"));
        Assert.Empty(asked.Html.QuerySelectorAll("button[value='store']"));
        AssertFocused(asked, "One question first.");
        Assert.Empty(await ListAsync(scene));

        // As a hostile person: the button is not there.
        await teacher.PostFilesAsync(asked, "preview", [], ("act", "store"));
        Assert.Empty(await ListAsync(scene));

        var shown = await ShowAsync(teacher, asked, ("classFolder", "1"));
        Assert.Equal("cats", shown.Html.QuerySelectorAll("figcaption")[0].ReadText());
        Assert.Contains("data:image/png", shown.Html.QuerySelector("figure img")!.GetAttribute("src"));
        Assert.Equal("1", shown.Html.QuerySelector("input[name='classFolder'][checked]")!.GetAttribute("value"));

        // What was changed since it was shown is shown again first.
        var changed = await teacher.PostFilesAsync(shown, "preview", [], ("classFolder", "2"), ("act", "store"));
        Assert.EndsWith("?changed=true", changed.Redirect);
        Assert.Empty(await ListAsync(scene));
        var again = await teacher.OpenAsync(changed.Redirect!);
        Assert.Contains("day", again.Html.QuerySelectorAll("figcaption").Select(caption => caption.ReadText()));
        AssertFocused(again, "nothing was stored yet");

        var stored = await teacher.PostFilesAsync(again, "preview", [], ("act", "store"));
        var entry = Assert.Single(await ListAsync(scene));
        Assert.Equal(["day", "night"], entry.Classes);
        Assert.Equal($"/admin/datasets/{entry.Id}?done=added", stored.Redirect);
        Assert.Equal(stored.Redirect, (await teacher.PostFilesAsync(again, "preview", [], ("act", "store"))).Redirect);
        Assert.Single(await ListAsync(scene));
        Assert.Contains("ZIP of pictures", (await teacher.OpenAsync(stored.Redirect!)).Text);
    }

    [Fact]
    public async Task A_refusal_is_at_the_top_has_the_focus_and_costs_nothing_that_was_typed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var faulty = await UploadAsync(teacher, "Trees", "trees.csv", Encoding.UTF8.GetBytes("length,sort,width\n1,oak,2\n3,fir\n"));

        AssertFocused(faulty, "trees.csv, line 3");
        Assert.Equal("Trees", faulty.Html.QuerySelector("[name='title']")!.GetAttribute("value"));

        // The corrected file alone; all else is still there.
        var answer = await teacher.PostFilesAsync(faulty, "preview", [("better.csv", Uploads.Leaves())], ("act", "show"));
        var shown = await teacher.OpenAsync(answer.Redirect!);
        Assert.Equal("Trees", shown.Html.QuerySelector("[name='title']")!.GetAttribute("value"));
        Assert.NotNull(shown.Html.QuerySelector("button[value='store']"));

        var nothing = await teacher.PostFilesAsync(await teacher.OpenAsync("/admin/datasets"), "upload", [], ("title", "Forgotten"));
        AssertFocused(nothing, "Choose a file");
        Assert.Equal("Forgotten", nothing.Html.QuerySelector("[name='title']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_column_of_the_labels_can_be_chosen_where_none_looks_like_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var refused = await UploadAsync(
            teacher, "Few", "few.csv", Encoding.UTF8.GetBytes("length,kind\n1.5,1\n2.5,2\n3.5,3\n4.5,1\n5.5,2\n"));
        AssertFocused(refused, "No column looks like labels");
        Assert.Equal(
            ["", "length", "kind"],
            refused.Html.QuerySelectorAll("[name='labelColumn'] option").Select(option => option.GetAttribute("value")));

        var shown = await ShowAsync(teacher, refused, ("labelColumn", "kind"));

        Assert.Equal("kind", shown.Html.QuerySelector("[name='labelColumn'] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(shown.Html.QuerySelector("button[value='store']"));
    }

    [Fact]
    public async Task Whether_rows_are_pictures_and_how_these_lie_is_shown_and_can_be_changed_before_anything_is_stored()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var shown = await UploadAsync(teacher, "Digits", "digits.csv", Uploads.Digits());
        Assert.Equal(("pictures", "as-stored"), (Selected(shown, "content"), Selected(shown, "orientation")));
        var picture = shown.Html.QuerySelector("figure img")!.GetAttribute("src");

        var turned = await ShowAsync(teacher, shown, ("orientation", "transposed"));
        Assert.Equal(("pictures", "transposed"), (Selected(turned, "content"), Selected(turned, "orientation")));
        Assert.NotEqual(picture, turned.Html.QuerySelector("figure img")!.GetAttribute("src"));

        var table = await ShowAsync(teacher, turned, ("content", "table"));
        Assert.Equal(("table", null), (Selected(table, "content"), Selected(table, "orientation")));
        Assert.Empty(table.Html.QuerySelectorAll("figure img"));

        var again = await ShowAsync(teacher, table, ("content", "pictures"));
        Assert.Equal(("pictures", "transposed"), (Selected(again, "content"), Selected(again, "orientation")));
        await teacher.PostFilesAsync(again, "preview", [], ("act", "store"));
        Assert.Equal("Image", Assert.Single(await ListAsync(scene)).Kind);

        static string? Selected(PageAnswer page, string field) =>
            page.Html.QuerySelector($"[name='{field}'] option[selected]")?.GetAttribute("value");
    }

    [Fact]
    public async Task A_table_in_UTF_16_without_a_mark_is_no_dead_end()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var shown = await UploadAsync(
            teacher, "Leaves", "leaves.csv", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Uploads.Leaves())));

        Assert.Equal("utf-16le", shown.Html.QuerySelector("[name='encoding'] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(shown.Html.QuerySelector("button[value='store']"));
        var wrong = await ShowAsync(teacher, shown, ("encoding", "utf-8"));
        AssertFocused(wrong, "There is a NUL byte");
        Assert.Equal("utf-8", wrong.Html.QuerySelector("[name='encoding'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_same_title_twice_is_refused_beside_its_field_and_the_files_wait()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        await StoreAsync(teacher, "Leaves");

        var shown = await UploadAsync(teacher, "leaves", "leaves.csv", Uploads.Leaves());
        Assert.Contains("“Leaves” already", shown.FaultOf("title"));
        await teacher.PostFilesAsync(shown, "preview", [], ("act", "store"));
        Assert.Single(await ListAsync(scene));

        await teacher.PostFilesAsync(shown, "preview", [], ("title", "More leaves"), ("act", "store"));
        Assert.Equal(["Leaves", "More leaves"], (await ListAsync(scene)).Select(entry => entry.Title));
    }

    [Fact]
    public async Task A_preview_is_for_whoever_sent_the_files_and_canceling_it_forgets_them()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var shown = await UploadAsync(teacher, "Leaves", "leaves.csv", Uploads.Leaves());

        using var admin = await host.SignInAsync("admin");
        Assert.Equal("/admin/datasets?done=gone", (await admin.OpenAsync(shown.Address)).Redirect);
        Assert.EndsWith("?done=canceled", (await teacher.PostFilesAsync(shown, "preview", [], ("act", "cancel"))).Redirect);
        Assert.Equal("/admin/datasets?done=gone", (await teacher.OpenAsync(shown.Address)).Redirect);
        Assert.Equal("/admin/datasets?done=gone", (await teacher.PostFilesAsync(shown, "preview", [], ("act", "store"))).Redirect);
        Assert.Contains("This upload is gone", (await teacher.OpenAsync("/admin/datasets?done=gone")).Text);
        Assert.Empty(await ListAsync(scene));
    }

    [Fact]
    public async Task A_data_set_is_renamed_replaced_and_removed_by_its_owner_and_each_is_written_down()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var title = $"Leaves {Guid.NewGuid():N}";
        var page = await teacher.OpenAsync(await StoreAsync(teacher, title));

        Assert.NotNull((await teacher.PostAsync(page, "rename", ("title", " "))).FaultOf("title"));
        var renamed = await teacher.PostAsync(page, "rename", ("title", $"{title} B"));
        page = await teacher.OpenAsync(renamed.Redirect!);
        Assert.Contains("has a new title", page.Text);

        var check = await teacher.PostFilesAsync(page, "replace", [("leaves.csv", Uploads.Leaves(30))]);
        var replaced = await teacher.PostFilesAsync(await teacher.OpenAsync(check.Redirect!), "preview", [], ("act", "store"));
        Assert.NotEqual(renamed.Redirect!.Split('?')[0], replaced.Redirect!.Split('?')[0]);
        Assert.Equal(404, (await teacher.OpenAsync(page.Address)).Status);
        Assert.Equal((30, $"{title} B"), (await ListAsync(scene)) is [var entry] ? (entry.Examples, entry.Title) : default);

        page = await teacher.OpenAsync(replaced.Redirect!);
        Assert.Contains("No run has used it.", page.Text);
        Assert.EndsWith("?done=removed", (await teacher.PostAsync(page, "remove", ("remove", "yes"))).Redirect);
        Assert.Empty(await ListAsync(scene));

        var audit = (await (await host.LookAsAsync("admin")).OpenAsync("/admin/audit")).Text;
        Assert.Contains($"renamed the data set {title} to {title} B", audit);
        Assert.Contains($"replaced the data set {title} B", audit);
        Assert.Contains($"removed the data set {title} B", audit);
    }

    [Fact]
    public async Task A_refusal_takes_the_place_of_what_was_said_before()
    {
        const string Earlier = "so nothing was stored yet";
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync(await StoreAsync(teacher, "Leaves"));
        var shown = await teacher.OpenAsync(
            (await teacher.PostFilesAsync(page, "replace", [("leaves.csv", Uploads.Leaves(30))])).Redirect!);
        // Where the first "Replace" has led: a choice had been changed.
        shown = await teacher.OpenAsync($"{shown.Address}?changed=true");
        Assert.Contains(Earlier, shown.Text);

        var refused = await teacher.PostFilesAsync(shown, "preview", [], ("encoding", "latin-9"), ("act", "store"));

        Assert.Contains("Nothing was stored.", refused.Text);
        Assert.DoesNotContain(Earlier, refused.Text);
    }

    [Fact]
    public async Task A_title_that_was_taken_is_not_told_of_another_title_where_something_else_is_refused()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        await StoreAsync(teacher, "Leaves");
        var shown = await UploadAsync(teacher, "leaves", "leaves.csv", Uploads.Leaves());
        Assert.NotNull(shown.FaultOf("title"));

        var refused = await teacher.PostFilesAsync(
            shown, "preview", [], ("title", "Other leaves"), ("encoding", "latin-9"), ("act", "store"));

        Assert.Contains("Nothing was stored.", refused.Text);
        Assert.Null(refused.FaultOf("title"));
    }

    [Fact]
    public async Task The_second_of_two_replacements_is_told_that_the_data_set_has_gone_and_nothing_of_its_title()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync(await StoreAsync(teacher, "Leaves"));
        var first = await teacher.OpenAsync(
            (await teacher.PostFilesAsync(page, "replace", [("leaves.csv", Uploads.Leaves(30))])).Redirect!);
        var second = await teacher.OpenAsync(
            (await teacher.PostFilesAsync(page, "replace", [("leaves.csv", Uploads.Leaves(40))])).Redirect!);
        Assert.EndsWith("?done=added", (await teacher.PostFilesAsync(first, "preview", [], ("act", "store"))).Redirect);

        var refused = await teacher.PostFilesAsync(second, "preview", [], ("act", "store"));

        Assert.Contains("has been replaced or removed in the meantime", refused.Text);
        Assert.Null(refused.FaultOf("title"));
        Assert.Equal(30, Assert.Single(await ListAsync(scene)).Examples);
    }

    [Fact]
    public async Task A_colleague_who_sees_a_data_set_finds_no_way_to_change_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var own = await teacher.OpenAsync(await StoreAsync(teacher, "Leaves"));
        var colleague = await scene.AddAsync("Colleague", Role.Teacher);
        Assert.Null(await host.Get<ClassTeacherService>().AddAsync(scene.Admin, scene.Class.Id, colleague.Person.Id, Ct));
        using var other = await scene.SignInAsync(colleague);

        var seen = await other.OpenAsync(own.Address);
        Assert.Contains("CSV", seen.Text);
        Assert.Empty(seen.Html.QuerySelectorAll("main form"));
        Assert.Equal(404, (await (await host.LookAsAsync("teacher")).OpenAsync(own.Address)).Status);
    }

    private static void AssertFocused(PageAnswer page, string text)
    {
        var first = page.Html.QuerySelector("[autofocus]");
        Assert.Contains(text, first?.ReadText());
        Assert.Equal(("alert", "-1"), (first!.GetAttribute("role"), first.GetAttribute("tabindex")));
    }

    private static async Task<PageAnswer> UploadAsync(PageClient client, string title, string name, byte[] content)
    {
        var sent = await client.PostFilesAsync(await client.OpenAsync("/admin/datasets"), "upload", [(name, content)], ("title", title));
        return await client.OpenAsync(sent.Redirect!);
    }

    private static async Task<PageAnswer> ShowAsync(PageClient client, PageAnswer page, params (string, string)[] typed) =>
        await client.OpenAsync((await client.PostFilesAsync(page, "preview", [], [.. typed, ("act", "show")])).Redirect!);

    private static async Task<string> StoreAsync(PageClient client, string title) =>
        (await client.PostFilesAsync(
            await UploadAsync(client, title, "leaves.csv", Uploads.Leaves()), "preview", [], ("act", "store"))).Redirect!;

    private async Task<IReadOnlyList<DataSetDetails>> ListAsync(SchoolScene scene) =>
        [.. (await host.Get<DataSetReader>().ListAsync(scene.TeacherActor, Ct)).Where(entry => entry.OwnerId == scene.TeacherActor.UserId)];
}
