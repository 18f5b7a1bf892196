using System.Text;
using Classroom.School.Gradebook;

namespace Classroom.Web.Tests.Pages;

/// <summary>Marks that go out as a file and come back changed.</summary>
public sealed class SchoolMarkFilesTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_file_is_shown_before_it_is_stored()
    {
        var (scene, assigned, _) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/gradebook/files";
        var csv = await teacher.Http.GetStringAsync($"/api/classes/{scene.Class.Id}/gradebook.csv", Ct);
        var maria = scene.Maria.Person;
        var changed = csv.Replace($"{maria.DisplayName},10,", $"{maria.DisplayName},\"42,5\",", StringComparison.Ordinal)
            + "999999,nobody,Nobody,12,\r\n";

        var preview = await UploadAsync(teacher, address, "marks.csv", Encoding.UTF8.GetBytes(changed));
        var rows = preview.Html.QuerySelectorAll("section[aria-labelledby=preview] tbody tr");
        Assert.Equal(["10", "42.5"], Assert.Single(rows).QuerySelectorAll("td").TakeLast(2).Select(cell => cell.ReadText()));
        Assert.Contains("Line 4: There is no student with the ID \"999999\"", preview.Text);
        Assert.Equal(10, await PointsAsync());

        Assert.Equal($"{scene.Address}/gradebook?done=imported", (await teacher.PostAsync(preview, "store")).Redirect);
        Assert.Equal(42.5, (await PointsAsync())!.Value);
        var stale = await teacher.PostAsync(preview, "store");
        Assert.Contains("0 marks stored", stale.Text);
        Assert.Contains("This mark was changed in the meantime.", stale.Text);
        Assert.Contains(
            "cannot be read", (await teacher.PostForgedAsync(preview, "store", ("Sent.Changes", "[null]"))).Text);

        async Task<double?> PointsAsync() =>
            (await host.Get<GradebookReader>().ReadAsync(scene.TeacherActor, scene.Class.Id, Ct))!
                .Students.Single(row => row.Student.Id == maria.Id).Marks.Single().Points;
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_why()
    {
        var (scene, _, _) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/gradebook/files";

        Assert.Contains("not UTF-8", (await UploadAsync(teacher, address, "a.csv", [0x41, 0xE9, 0x2C])).Text);
        Assert.Contains("cannot be read", (await UploadAsync(teacher, address, "a.xlsx", "PK\u0003\u0004nothing"u8.ToArray())).Text);
        Assert.Contains("no column \"Student ID\"", (await UploadAsync(teacher, address, "a.csv", "a,b\r\n1,2\r\n"u8.ToArray())).Text);
        Assert.Contains("not empty", (await UploadAsync(teacher, address, "a.csv", [])).Text);
    }

    [Fact]
    public async Task A_mark_with_a_decimal_comma_is_taken_in_the_form_too()
    {
        var (scene, assigned, _) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"{scene.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}";
        var page = await teacher.OpenAsync(address);

        var unclear = await teacher.PostAsync(page, "mark", ("Sent.Points", "1,500"), ("Sent.Reason", "x"));
        Assert.Contains("two ways", unclear.FaultOf("Sent.Points"));
        Assert.NotNull((await teacher.PostAsync(page, "mark", ("Sent.Points", "17,5"), ("Sent.Reason", "On paper"))).Redirect);
        Assert.Contains("17.5 of 70", (await teacher.OpenAsync(address)).Text);
    }

    private static async Task<PageAnswer> UploadAsync(PageClient teacher, string address, string name, byte[] content) =>
        await teacher.PostFilesAsync(await teacher.OpenAsync(address), "upload", [(name, content)]);
}
