using System.Text;
using System.Text.Json;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

public sealed class GradebookApiTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Marks_are_told_with_how_they_came_about_and_what_they_come_to()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var id = (await teacher.Http.DoAsync("POST", $"/api/classes/{scene.Class.Id}/assignments", """
            { "kind": "quiz", "term": "overfitting", "title": "=Test", "points": 20, "dueAt": "2190-01-01T00:00:00Z" }
            """)).GetProperty("id").GetInt32();
        await teacher.Http.DoAsync(
            "PUT",
            $"/api/assignments/{id}/students/{scene.Maria.Person.Id}",
            """{ "points": 17.5, "reason": "On paper", "comment": "Good" }""");
        await teacher.Http.DoAsync("PUT", $"/api/assignments/{id}/students/{scene.Noah.Person.Id}", """{ "excused": true }""");
        await teacher.Http.DoAsync("POST", $"/api/assignments/{id}/post");

        var gradebook = await teacher.Http.DoAsync("GET", $"/api/classes/{scene.Class.Id}/gradebook");
        var maria = Row(gradebook, scene.Maria.Person.Id);
        var mark = maria.GetProperty("marks")[0];
        Assert.Equal(
            ("graded", 17.5, 20, true, true, "On paper", "Good"),
            (mark.GetProperty("state").GetString(), mark.GetProperty("points").GetDouble(), mark.GetProperty("possible").GetInt32(),
                mark.GetProperty("overridden").GetBoolean(), mark.GetProperty("posted").GetBoolean(),
                mark.GetProperty("reason").GetString(), mark.GetProperty("comment").GetString()));
        Assert.Equal(JsonValueKind.Null, mark.GetProperty("computed").ValueKind);
        Assert.Equal(0.875, maria.GetProperty("total").GetProperty("score").GetDouble());
        Assert.Equal("excused", Row(gradebook, scene.Noah.Person.Id).GetProperty("marks")[0].GetProperty("state").GetString());

        using var answer = await teacher.Http.GetAsync($"/api/classes/{scene.Class.Id}/gradebook.csv", Ct);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var csv = await answer.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(Encoding.UTF8.GetPreamble(), csv[..3]);
        var text = Encoding.UTF8.GetString(csv[3..]);
        Assert.StartsWith($"Student ID,User name,Name,\"'=Test ({id})\",Total percent\r\n", text, StringComparison.Ordinal);
        var (userId, userName, name, _) = scene.Maria.Person;
        Assert.Contains($"{userId},{userName},{name},17.5,87.5\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"{scene.Noah.Person.DisplayName},excused,\r\n", text, StringComparison.Ordinal);

        var progress = Row(await teacher.Http.DoAsync("GET", $"/api/classes/{scene.Class.Id}/progress"), scene.Noah.Person.Id);
        Assert.Equal((true, true), (progress.GetProperty("cells")[0].GetProperty("excused").GetBoolean(),
            progress.GetProperty("cells")[0].GetProperty("given").GetBoolean()));
    }

    private static JsonElement Row(JsonElement table, int student) =>
        table.GetProperty("students").EnumerateArray().Single(row => row.GetProperty("id").GetInt32() == student);
}
