using System.Text.Json;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>Regrades for scripts.</summary>
public sealed class RegradeApiTests(ClassroomHost host)
{
    [Fact]
    public async Task A_regrade_is_previewed_applied_listed_and_undone()
    {
        var (scene, assigned, attempt) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"/api/assignments/{assigned.Id}/regrade";
        var question = attempt.Questions[1].Planned.Question.Id;
        var body = $$"""{ "question": "{{question}}", "drop": true }""";

        var preview = await teacher.Http.DoAsync("POST", $"{address}?preview=true", body);
        Assert.Equal((JsonValueKind.Null, 1), (preview.GetProperty("id").ValueKind, preview.GetProperty("changed").GetInt32()));
        Assert.Equal((scene.Maria.Person.Id, 10.0, 11.67, false), StudentOf(preview));
        Assert.Empty((await teacher.Http.DoAsync("GET", $"{address}s")).EnumerateArray());

        var applied = await teacher.Http.DoAsync("POST", address, body);
        var rule = Assert.Single((await teacher.Http.DoAsync("GET", $"{address}s")).EnumerateArray());
        Assert.Equal(
            (applied.GetProperty("id").GetInt32(), question, true, JsonValueKind.Null),
            (rule.GetProperty("id").GetInt32(), rule.GetProperty("question").GetString(), rule.GetProperty("drop").GetBoolean(),
                rule.GetProperty("undoneAt").ValueKind));
        Assert.Equal(409, (await teacher.Http.CallAsync("POST", address, body)).Status);

        var undo = $"/api/regrades/{applied.GetProperty("id").GetInt32()}";
        Assert.Equal((scene.Maria.Person.Id, 11.67, 10.0, false), StudentOf(await teacher.Http.DoAsync("DELETE", undo)));
        Assert.Equal(409, (await teacher.Http.CallAsync("DELETE", undo)).Status);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_regrade_is_named()
    {
        var (scene, assigned, attempt) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"/api/assignments/{assigned.Id}/regrade";
        var question = attempt.Questions[1].Planned.Question.Id;

        foreach (var (body, fields) in new (string, string[])[]
        {
            ("{}", ["question"]),
            ("""{ "question": "no-such", "drop": true }""", ["question"]),
            ($$"""{ "question": "{{question}}" }""", ["drop"]),
            ($$"""{ "question": "{{question}}", "drop": "yes", "why": 1 }""", ["drop", "why"]),
            ($$"""{ "question": "{{question}}", "accept": 4 }""", ["accept"]),
        })
        {
            var faults = await teacher.Http.FaultsAsync("POST", address, body);
            Assert.Equal(fields, faults.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Marks_are_written_in_the_layouts_of_other_programs()
    {
        var (scene, assigned, _) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var address = $"/api/classes/{scene.Class.Id}/gradebook.csv?layout=";
        var (userName, name) = (scene.Maria.Person.UserName, scene.Maria.Person.DisplayName);

        var canvas = await teacher.Http.GetStringAsync($"{address}canvas", TestContext.Current.CancellationToken);
        Assert.StartsWith($"Student,ID,SIS User ID,SIS Login ID,Section,Overfitting ({assigned.Id})\r\n", canvas, StringComparison.Ordinal);
        Assert.Contains("Points Possible,,,,,70\r\n", canvas, StringComparison.Ordinal);
        Assert.Contains($"{name},,,{userName},{scene.Class.Name},10\r\n", canvas, StringComparison.Ordinal);
        var moodle = await teacher.Http.GetStringAsync($"{address}moodle", TestContext.Current.CancellationToken);
        Assert.StartsWith(
            $"username,Name,Overfitting ({assigned.Id}),Overfitting ({assigned.Id}) feedback\r\n", moodle, StringComparison.Ordinal);
        Assert.Contains($"{userName},{name},10,\r\n", moodle, StringComparison.Ordinal);
        var school = await teacher.Http.GetStringAsync(
            $"{address}powerschool&assignment={assigned.Id}", TestContext.Current.CancellationToken);
        Assert.StartsWith($"Teacher Name:,{scene.Teacher.Person.DisplayName},\r\nClass:,", school, StringComparison.Ordinal);
        Assert.Contains("Points Possible:,70.0,\r\nExtra Points:,0.0,\r\nScore Type:,POINTS,\r\n", school, StringComparison.Ordinal);
        Assert.Contains($"Student Num,Student Name,Score\r\n{userName},{name},10\r\n", school, StringComparison.Ordinal);

        Assert.Equal(["layout"], (await teacher.Http.FaultsAsync("GET", $"{address}other", "{}")).Keys);
        Assert.Equal(["assignment"], (await teacher.Http.FaultsAsync("GET", $"{address}powerschool", "{}")).Keys);
    }

    private static (int Id, double Before, double After, bool Overridden) StudentOf(JsonElement regrade)
    {
        var student = Assert.Single(regrade.GetProperty("students").EnumerateArray());
        return (student.GetProperty("id").GetInt32(), Math.Round(student.GetProperty("before").GetDouble(), 2),
            Math.Round(student.GetProperty("after").GetDouble(), 2), student.GetProperty("overridden").GetBoolean());
    }
}
