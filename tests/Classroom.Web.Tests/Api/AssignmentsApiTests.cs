using System.Globalization;
using System.Text.Json;
using Classroom.School.Gradebook;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

public sealed class AssignmentsApiTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_assignment_is_given_listed_changed_and_removed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ofClass = $"/api/classes/{scene.Class.Id}/assignments";
        var (due, closes) = (In(days: 7), In(days: 9));

        var id = (await teacher.Http.DoAsync("POST", ofClass, $$"""
            { "kind": "quiz", "term": "overfitting", "title": "Test 1", "points": 40, "opensAt": "{{In(days: -1)}}", "dueAt": "{{due}}",
              "closesAt": "{{closes}}", "attempts": 2, "counted": "mean", "minutes": 30,
              "late": { "percentPerDay": 10, "floorPercent": 50 },
              "students": [{{scene.Maria.Person.Id}}], "scoresFrom": "whenPosted", "answersFrom": "never", "draft": true }
            """)).GetProperty("id").GetInt32();

        var given = (await teacher.Http.DoAsync("GET", ofClass))[0];
        Assert.Equal(
            ("quiz", "overfitting", "Test 1", 40, 2, "mean", 30, "whenPosted", "never"),
            (Text(given, "kind"), Text(given, "term"), Text(given, "title"), Number(given, "points"), Number(given, "attempts"),
                Text(given, "counted"), Number(given, "minutes"), Text(given, "scoresFrom"), Text(given, "answersFrom")));
        Assert.Equal((due, closes), (Text(given, "dueAt"), Text(given, "closesAt")));
        Assert.Equal((10, 50), (Number(given.GetProperty("late"), "percentPerDay"), Number(given.GetProperty("late"), "floorPercent")));
        Assert.Equal([scene.Maria.Person.Id], given.GetProperty("students").EnumerateArray().Select(student => student.GetInt32()));

        await teacher.Http.DoAsync(
            "PATCH",
            $"/api/assignments/{id}",
            """{ "points": 20, "draft": false, "closesAt": null, "late": { "floorPercent": 60 } }""");
        var changed = (await teacher.Http.DoAsync("GET", ofClass))[0];
        Assert.Equal(
            (20, "Test 1", 30, 2),
            (Number(changed, "points"), Text(changed, "title"), Number(changed, "minutes"), Number(changed, "attempts")));
        Assert.Equal((10, 60), (Number(changed.GetProperty("late"), "percentPerDay"), Number(changed.GetProperty("late"), "floorPercent")));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("closesAt").ValueKind);
        Assert.Equal([scene.Maria.Person.Id], changed.GetProperty("students").EnumerateArray().Select(student => student.GetInt32()));

        await teacher.Http.DoAsync(
            "PATCH", $"/api/assignments/{id}", """{ "students": null, "minutes": null, "title": null, "late": null }""");
        changed = (await teacher.Http.DoAsync("GET", ofClass))[0];
        Assert.Equal("Overfitting", Text(changed, "title"));
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("students").ValueKind);
        var stale = await teacher.Http.CallAsync(
            "PATCH", $"/api/assignments/{id}", $$"""{ "points": 5, "version": {{Number(given, "version")}} }""");
        Assert.Equal(409, stale.Status);

        await teacher.Http.DoAsync("DELETE", $"/api/assignments/{id}");
        Assert.Equal(0, (await teacher.Http.DoAsync("GET", ofClass)).GetArrayLength());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_by_the_field_of_the_call()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ofClass = $"/api/classes/{scene.Class.Id}/assignments";

        var faults = await teacher.Http.FaultsAsync("POST", ofClass, """
            { "kind": "exam", "goal": "accuracy >= 0.9", "term": "\u0000", "dueAt": "2199-11-24T15:00:00",
              "opensAt": "0001-01-01T00:00:00Z", "closesAt": 7, "points": 1001, "attempts": 0, "counted": "Best", "minutes": 1.5, "late": { "percentPerDay": 101, "x": 1 },
              "students": [999999], "scoresFrom": "never", "answersFrom": "", "category": 1, "draft": "yes", "title": "\u202e",
              "points ": 1 }
            """);

        Assert.Equal(
            ["answersFrom", "attempts", "category", "closesAt", "counted", "draft", "dueAt", "goal", "kind", "late.percentPerDay", "late.x",
                "minutes", "opensAt", "points", "points ", "scoresFrom", "students", "term", "title"],
            faults.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("with Z or an offset", faults["dueAt"], StringComparison.Ordinal);
        Assert.Contains("\"best\", \"last\", \"first\", \"mean\"", faults["counted"], StringComparison.Ordinal);
        Assert.Equal(0, (await teacher.Http.DoAsync("GET", ofClass)).GetArrayLength());
        Assert.Equal(["dueAt", "kind", "term"], (await teacher.Http.FaultsAsync("POST", ofClass, "{}")).Keys.Order());
        Assert.Equal(
            ["dueAt", "quiz", "term"],
            (await teacher.Http.FaultsAsync(
                "POST", ofClass, """{ "kind": "quiz", "quiz": 3, "term": "overfitting", "dueAt": "2020-01-01T00:00:00+01:00" }"""))
                .Keys.Order());

        var id = await AssignAsync(teacher.Http, ofClass, "quiz");
        Assert.Equal(
            ["dueAt", "kind", "points"],
            (await teacher.Http.FaultsAsync(
                "PATCH", $"/api/assignments/{id}", """{ "kind": "lesson", "points": null, "dueAt": null }""")).Keys.Order());
        var student = $"/api/assignments/{id}/students/{scene.Maria.Person.Id}";
        Assert.Equal(
            ["attempts", "closesAt", "dueAt", "excused", "reason", "until"],
            (await teacher.Http.FaultsAsync("PUT", student, """
                { "dueAt": "tomorrow", "closesAt": "2020-01-01T00:00:00Z", "attempts": 21, "excused": 1, "points": 5, "until": 1 }
                """)).Keys.Order());
    }

    [Fact]
    public async Task A_student_sees_her_own_dates_how_far_she_is_and_her_mark_once_it_is_posted()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var ofClass = $"/api/classes/{scene.Class.Id}/assignments";
        var id = await AssignAsync(teacher.Http, ofClass, "quiz");
        var address = $"/api/assignments/{id}/students/{scene.Maria.Person.Id}";

        Assert.Equal(("notBegun", null), await OwnAsync());
        await maria.Http.DoAsync("POST", $"/api/assignments/{id}/attempts");
        Assert.Equal(("begun", null), await OwnAsync());
        var later = In(days: 20);
        await teacher.Http.DoAsync(
            "PUT", address, $$"""{ "dueAt": "{{later}}", "points": 17.5, "reason": "On paper", "comment": "Good" }""");
        Assert.Equal(later, Text((await maria.Http.DoAsync("GET", "/api/assignments"))[0], "dueAt"));
        Assert.Null((await OwnAsync()).Score);
        await teacher.Http.DoAsync("POST", $"/api/assignments/{id}/post");
        Assert.Equal(17.5, (await OwnAsync()).Score);
        await teacher.Http.DoAsync("POST", $"/api/assignments/{id}/withdraw");
        Assert.Null((await OwnAsync()).Score);
        await teacher.Http.DoAsync("PUT", address, """{ "excused": true }""");
        Assert.Equal(("excused", null), await OwnAsync());
        await teacher.Http.DoAsync("PUT", address, "{}");
        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{id}", $$"""{ "dueAt": "{{In(days: -1)}}" }""");
        Assert.Equal(("missing", null), await OwnAsync());
        Assert.Equal(MarkState.Missing, (await host.Get<GradebookReader>().ReadAsync(scene.TeacherActor, scene.Class.Id, Ct))!
            .Students.Single(row => row.Student.Id == scene.Maria.Person.Id).Marks[0].State);

        async Task<(string? State, double? Score)> OwnAsync()
        {
            var own = (await maria.Http.DoAsync("GET", "/api/assignments"))[0];
            Assert.Equal((id, scene.Class.Id), (Number(own, "id"), Number(own, "classId")));
            return (Text(own, "state"), own.TryGetProperty("score", out var score) ? score.GetDouble() : null);
        }
    }

    private static async Task<int> AssignAsync(HttpClient http, string ofClass, string kind) => (await http.DoAsync(
        "POST", ofClass, $$"""{ "kind": "{{kind}}", "term": "overfitting", "dueAt": "{{In(days: 7)}}" }""")).GetProperty("id").GetInt32();

    private static string In(int days) =>
        DateTime.UtcNow.Date.AddDays(days).AddHours(15).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}
