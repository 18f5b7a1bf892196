using System.Globalization;
using System.Text.Json;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>Lists, and what comes first, as scripts set and see them.</summary>
public sealed class AssignmentListsApiTests(ClassroomHost host)
{
    [Fact]
    public async Task A_list_is_made_listed_changed_and_removed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ofClass = $"/api/classes/{scene.Class.Id}";
        var first = await AssignAsync(teacher.Http, ofClass, "overfitting", 3);
        var second = await AssignAsync(teacher.Http, ofClass, "epoch", 5);

        var id = (await teacher.Http.DoAsync(
            "POST", $"{ofClass}/lists", $$"""{ "title": " Week 1 ", "steps": [{{second}}, {{first}}] }""")).GetProperty("id").GetInt32();

        var list = (await teacher.Http.DoAsync("GET", $"{ofClass}/lists"))[0];
        Assert.Equal((id, "Week 1", true), (Number(list, "id"), Text(list, "title"), list.GetProperty("sequential").GetBoolean()));
        Assert.Equal([second, first], Numbers(list.GetProperty("steps")));
        var all = await teacher.Http.DoAsync("GET", $"{ofClass}/assignments");
        Assert.Equal([second, first], all.EnumerateArray().Select(assignment => Number(assignment, "id")));
        var version = Number(list, "version");
        var turned = $$"""{ "steps": [{{first}}, {{second}}], "sequential": false, "version": {{version}} }""";
        await teacher.Http.DoAsync("PATCH", $"/api/lists/{id}", turned);
        Assert.Equal(409, (await teacher.Http.CallAsync("PATCH", $"/api/lists/{id}", turned)).Status);
        list = (await teacher.Http.DoAsync("GET", $"{ofClass}/lists"))[0];
        Assert.Equal(("Week 1", false), (Text(list, "title"), list.GetProperty("sequential").GetBoolean()));
        Assert.Equal([first, second], Numbers(list.GetProperty("steps")));
        Assert.Equal(
            ["order", "sequential", "steps", "title"],
            (await teacher.Http.FaultsAsync(
                "POST", $"{ofClass}/lists", """{ "title": 7, "sequential": "yes", "steps": ["a"], "order": 1 }""")).Keys.Order());
        Assert.Equal(["steps"], (await teacher.Http.FaultsAsync("PATCH", $"/api/lists/{id}", """{ "steps": null }""")).Keys);
        Assert.Equal(
            ["steps[0]", "steps[1]"],
            (await teacher.Http.FaultsAsync(
                "POST", $"{ofClass}/lists", $$"""{ "title": "Week 2", "steps": [{{first}}, 0] }""")).Keys.Order());

        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{second}", """{ "list": null }""");
        Assert.Equal([first], Numbers((await teacher.Http.DoAsync("GET", $"{ofClass}/lists"))[0].GetProperty("steps")));
        await teacher.Http.DoAsync("DELETE", $"/api/lists/{id}");
        Assert.Equal(0, (await teacher.Http.DoAsync("GET", $"{ofClass}/lists")).GetArrayLength());
        Assert.Equal(2, (await teacher.Http.DoAsync("GET", $"{ofClass}/assignments")).GetArrayLength());
    }

    [Fact]
    public async Task What_is_locked_is_told_and_refused_until_the_first_is_done()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var ofClass = $"/api/classes/{scene.Class.Id}";
        var first = await AssignAsync(teacher.Http, ofClass, "overfitting", 3);
        var second = (await teacher.Http.DoAsync("POST", $"{ofClass}/assignments", $$"""
            { "kind": "quiz", "term": "epoch", "dueAt": "{{In(5)}}", "after": {{first}}, "afterPercent": 80 }
            """)).GetProperty("id").GetInt32();

        var own = await OwnAsync();
        Assert.Equal(("notBegun", first, "Overfitting", 80),
            (Text(own, "state"), Number(own.GetProperty("lockedBy"), "id"), Text(own.GetProperty("lockedBy"), "title"),
                Number(own.GetProperty("lockedBy"), "percent")));
        var (status, problem) = await maria.Http.CallAsync("POST", $"/api/assignments/{second}/attempts");
        Assert.Equal(409, status);
        Assert.StartsWith("First reach 80% in \"Overfitting\".", Text(problem, "detail"), StringComparison.Ordinal);

        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{second}", $$"""{ "after": {{first}} }""");
        var given = (await teacher.Http.DoAsync("GET", $"{ofClass}/assignments"))[1];
        Assert.Equal((first, JsonValueKind.Null), (Number(given, "after"), given.GetProperty("afterPercent").ValueKind));
        Assert.False((await OwnAsync()).GetProperty("lockedBy").TryGetProperty("percent", out _));
        await teacher.Http.DoAsync(
            "PUT", $"/api/assignments/{first}/students/{scene.Maria.Person.Id}", """{ "excused": true }""");

        Assert.False((await OwnAsync()).TryGetProperty("lockedBy", out _));
        await maria.Http.DoAsync("POST", $"/api/assignments/{second}/attempts");
        Assert.Equal(
            ["after"],
            (await teacher.Http.FaultsAsync("PATCH", $"/api/assignments/{first}", $$"""{ "after": {{second}} }""")).Keys);

        async Task<JsonElement> OwnAsync() =>
            (await maria.Http.DoAsync("GET", "/api/assignments")).EnumerateArray().Single(a => Number(a, "id") == second);
    }

    private static async Task<int> AssignAsync(HttpClient http, string ofClass, string term, int days) => (await http.DoAsync(
        "POST", $"{ofClass}/assignments", $$"""{ "kind": "quiz", "term": "{{term}}", "dueAt": "{{In(days)}}" }"""))
        .GetProperty("id").GetInt32();

    private static string In(int days) =>
        DateTime.UtcNow.Date.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static IEnumerable<int> Numbers(JsonElement list) => list.EnumerateArray().Select(number => number.GetInt32());
}
