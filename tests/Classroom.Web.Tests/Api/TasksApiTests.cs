using System.Text.Json;
using Classroom.School;
using Classroom.School.People;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>Lab tasks with runs that are really trained.</summary>
public sealed class TasksApiTests(ClassroomHost host)
{
    private const string Due = "2190-01-01T00:00:00Z";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_is_given_a_run_is_handed_in_and_the_goal_is_changed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var actor = new Actor(scene.Maria.Person.Id, Role.Student);
        var before = await host.TrainAsync(actor, Config(filters: 2), Ct);
        var ofClass = $"/api/classes/{scene.Class.Id}/assignments";
        var id = (await teacher.Http.DoAsync("POST", ofClass, $$"""
            { "kind": "task", "title": "Small and good", "instructions": "Train.", "dueAt": "{{Due}}", "config": {{Config(filters: 4)}},
              "goal": [{ "measure": "validation-accuracy", "atLeast": 0.01 }, { "measure": "weights", "atMost": 10 },
                       { "measure": "steps-to-accuracy", "level": 0.01, "atMost": 1000 }, { "measure": "loss-left", "atMost": 100 }] }
            """)).GetProperty("id").GetInt32();
        var run = await host.TrainAsync(actor, Config(filters: 2), Ct);
        var submissions = $"/api/assignments/{id}/submissions";

        var early = await maria.Http.FaultsAsync("POST", submissions, $$"""{ "run": "{{before}}" }""");
        var answer = await maria.Http.DoAsync("POST", submissions, $$"""{ "run": "{{run}}" }""");
        var again = await maria.Http.DoAsync("POST", submissions, $$"""{ "run": "{{run}}" }""");

        Assert.Contains("after the task was given", early["run"], StringComparison.Ordinal);
        Assert.Equal(0.75, answer.GetProperty("score").GetDouble());
        Assert.Equal(answer.GetRawText(), again.GetRawText());
        var met = answer.GetProperty("met").EnumerateArray().ToList();
        Assert.Equal([true, false, true, true], met.Select(check => check.GetProperty("met").GetBoolean()));
        // No probe has looked at the network: a filter has 9 weights and a bias, and 2 × 14 × 14 numbers go to each of 10 classes.
        Assert.Equal((2 * 10) + (((2 * 14 * 14) + 1) * 10), met[1].GetProperty("value").GetDouble());
        var own = (await maria.Http.DoAsync("GET", "/api/assignments"))[0];
        Assert.Equal(("task", "handedIn", "Small and good"), (Text(own, "kind"), Text(own, "state"), Text(own, "title")));

        var listed = (await teacher.Http.DoAsync("GET", ofClass))[0];
        Assert.Equal(("task", "", "Train."), (Text(listed, "kind"), Text(listed, "term"), Text(listed, "instructions")));
        Assert.Equal(4, listed.GetProperty("goal").GetArrayLength());
        Assert.Equal("digits", Text(listed.GetProperty("config"), "dataset"));
        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{id}", $$"""
            { "goal": {{listed.GetProperty("goal").GetRawText()}}, "config": {{listed.GetProperty("config").GetRawText()}} }
            """);
        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{id}", """{ "goal": "beat-class", "config": null, "points": 10 }""");
        listed = (await teacher.Http.DoAsync("GET", ofClass))[0];
        Assert.Equal(("beat-class", JsonValueKind.Null), (Text(listed, "goal"), listed.GetProperty("config").ValueKind));
        var cell = (await teacher.Http.DoAsync("GET", $"/api/classes/{scene.Class.Id}/progress")).GetProperty("students").EnumerateArray()
            .Single(student => student.GetProperty("id").GetInt32() == actor.UserId).GetProperty("cells")[0];
        Assert.Equal((1.0, 1), (cell.GetProperty("score").GetDouble(), cell.GetProperty("attempts").GetInt32()));
    }

    [Theory]
    [InlineData("""{ "goal": "beat-everybody" }""", "goal")]
    [InlineData("""{ "goal": [] }""", "goal")]
    [InlineData("""{ "goal": null }""", "goal")]
    [InlineData("""{ "goal": 7 }""", "goal")]
    [InlineData("""{ "goal": [7] }""", "goal[0]")]
    [InlineData("""{ "goal": [{ "measure": "luck", "atLeast": 1 }] }""", "goal[0].measure")]
    [InlineData("""{ "goal": [{ "measure": "weights", "atLeast": 1e999 }] }""", "goal[0].atLeast")]
    [InlineData("""{ "goal": [{ "measure": "weights", "atLeast": "NaN" }] }""", "goal[0].atLeast")]
    [InlineData("""{ "goal": [{ "measure": "weights", "atMost": 5, "of": "run" }] }""", "goal[0].of")]
    [InlineData("""{ "goal": [{ "measure": "steps-to-accuracy", "atMost": 5 }] }""", "goal[0].level")]
    [InlineData("""{ "goal": "beat-class", "config": { "dataset": "digits" } }""", "config.model")]
    [InlineData("""{ "goal": "beat-class", "config": { "from": "0197b9f2-6c1e-7d7a-a9b8-3f5f6c0d1e2f" } }""", "config.from")]
    [InlineData("""{ "goal": "beat-class", "config": "digits" }""", "config")]
    [InlineData("""{ "goal": "beat-class", "title": null }""", "title")]
    [InlineData("""{ "goal": "beat-class", "term": "no-such" }""", "term")]
    [InlineData("""{ "goal": "beat-class", "instructions": 5 }""", "instructions")]
    [InlineData("""{ "goal": "beat-class", "kind": "quiz", "term": "overfitting" }""", "goal")]
    public async Task What_is_wrong_with_a_task_is_named_and_nothing_is_stored(string changes, string field)
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ofClass = $"/api/classes/{scene.Class.Id}/assignments";
        var body = new Dictionary<string, JsonElement>
        {
            ["kind"] = JsonSerializer.SerializeToElement("task"),
            ["title"] = JsonSerializer.SerializeToElement("A task"),
            ["dueAt"] = JsonSerializer.SerializeToElement(Due),
        };
        foreach (var change in JsonElement.Parse(changes).EnumerateObject())
        {
            body[change.Name] = change.Value;
        }

        var faults = await teacher.Http.FaultsAsync("POST", ofClass, JsonSerializer.Serialize(body));

        Assert.Contains(field, faults.Keys);
        Assert.Equal(0, (await teacher.Http.DoAsync("GET", ofClass)).GetArrayLength());
    }

    [Fact]
    public async Task A_run_that_is_not_hers_or_goes_on_is_refused()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = (await teacher.Http.DoAsync("POST", $"/api/classes/{scene.Class.Id}/assignments", $$"""
            { "kind": "task", "title": "Beat them", "dueAt": "{{Due}}", "goal": "beat-class" }
            """)).GetProperty("id").GetInt32();
        var submissions = $"/api/assignments/{id}/submissions";
        var others = await host.TrainAsync(scene.TeacherActor, Config(filters: 2), Ct);
        foreach (var run in new[] { $"\"{others}\"", $"\"{Guid.NewGuid()}\"", "\"x\"", "7", "null" })
        {
            Assert.Equal(["run"], (await maria.Http.FaultsAsync("POST", submissions, $$"""{ "run": {{run}} }""")).Keys);
        }

        var running = await host.StartRunAsync(new Actor(scene.Maria.Person.Id, Role.Student), Config(filters: 2, epochs: 40), Ct);
        await maria.Http.CallAsync("POST", $"/api/runs/{running}/pause");
        Assert.Equal(["run"], (await maria.Http.FaultsAsync("POST", submissions, $$"""{ "run": "{{running}}" }""")).Keys);
        await maria.Http.CallAsync("POST", $"/api/runs/{running}/stop");
    }

    private static string Config(int filters, int epochs = 1) => $$"""
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [{{filters}}], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": {{epochs}}, "seed": 7, "probes": [] }
        """;

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
