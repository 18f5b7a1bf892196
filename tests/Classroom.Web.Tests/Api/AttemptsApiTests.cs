using System.Globalization;
using System.Text.Json;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

public sealed class AttemptsApiTests(ClassroomHost host)
{
    private const string Term = "overfitting";

    private const string Practice = """{ "mode": "practice", "level": "deep" }""";

    [Fact]
    public async Task A_graded_quiz_is_taken_by_the_places_that_it_shows_and_handed_in_once()
    {
        var (scene, teacher, maria, assignment) = await AssignedAsync("""{ "scoresFrom": "atOnce" }""");
        using var _ = teacher;
        using var __ = maria;
        var (status, begun) = await maria.Http.CallAsync("POST", $"/api/assignments/{assignment}/attempts");
        Assert.Equal(201, status);
        var (again, resumed) = await maria.Http.CallAsync("POST", $"/api/assignments/{assignment}/attempts");
        Assert.Equal((200, begun.ToString()), (again, resumed.ToString()));
        Assert.False(begun.TryGetProperty("endsAt", out var _));
        var attempt = $"/api/attempts/{begun.GetProperty("id").GetInt32()}";

        await AnswerAllAsync(maria.Http, begun, Term);
        Assert.Equal("""{"score":1,"late":false}""", (await maria.Http.DoAsync("POST", $"{attempt}/submit")).ToString());
        Assert.Equal("""{"score":1,"late":false}""", (await maria.Http.DoAsync("POST", $"{attempt}/submit")).ToString());

        var first = begun.GetProperty("questions")[0].GetProperty("id").GetString();
        Assert.Equal(409, (await maria.Http.CallAsync("PUT", $"{attempt}/answers/{first}", """{ "response": null }""")).Status);
        var marks = await teacher.Http.DoAsync("GET", $"/api/classes/{scene.Class.Id}/gradebook");
        var row = marks.GetProperty("students").EnumerateArray()
            .Single(student => student.GetProperty("id").GetInt32() == scene.Maria.Person.Id);
        Assert.Equal(100, row.GetProperty("marks")[0].GetProperty("points").GetDouble());
    }

    [Fact]
    public async Task Every_kind_of_question_is_answered_rightly_by_its_places()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        foreach (var term in host.Get<Curriculum.Curriculum>().Terms.Where(term => term.Quiz is not null))
        {
            var begun = await maria.Http.DoAsync("POST", $"/api/quizzes/{term.Slug}/attempts", Practice);
            await AnswerAllAsync(maria.Http, begun, term.Slug);
            var result = await maria.Http.DoAsync("POST", $"/api/attempts/{begun.GetProperty("id").GetInt32()}/submit");
            Assert.Equal((term.Slug, 1), (term.Slug, result.GetProperty("score").GetDouble()));
        }
    }

    [Fact]
    public async Task What_is_no_response_is_refused_and_null_takes_one_back()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var kinds = new HashSet<string>();
        foreach (var term in host.Get<Curriculum.Curriculum>().Terms.Where(term => term.Quiz is not null))
        {
            var begun = await maria.Http.DoAsync("POST", $"/api/quizzes/{term.Slug}/attempts", Practice);
            foreach (var shown in begun.GetProperty("questions").EnumerateArray().Where(q => kinds.Add(q.GetProperty("kind").GetString()!)))
            {
                var address = $"/api/attempts/{begun.GetProperty("id").GetInt32()}/answers/{shown.GetProperty("id").GetString()}";
                foreach (var wrong in WrongResponses(shown))
                {
                    var faults = await maria.Http.FaultsAsync("PUT", address, $$"""{ "response": {{wrong}} }""");
                    Assert.All(faults.Keys, field => Assert.StartsWith("response", field, StringComparison.Ordinal));
                }

                await maria.Http.DoAsync("PUT", address, """{ "response": null }""");
                Assert.Equal(["response"], (await maria.Http.FaultsAsync("PUT", address, "{}")).Keys);
            }
        }

        Assert.Equal(8, kinds.Count);
        Assert.Equal(["mode"], (await maria.Http.FaultsAsync("POST", $"/api/quizzes/{Term}/attempts", """{ "mode": "exam" }""")).Keys);
        Assert.Equal(404, (await maria.Http.CallAsync("POST", "/api/quizzes/nothing/attempts", """{ "mode": "graded" }""")).Status);
    }

    [Fact]
    public async Task What_comes_after_closing_is_refused_and_what_was_saved_is_handed_in()
    {
        var (scene, teacher, maria, assignment) = await AssignedAsync("""{ "scoresFrom": "atOnce" }""");
        using var _ = teacher;
        using var __ = maria;
        var begun = await maria.Http.DoAsync("POST", $"/api/assignments/{assignment}/attempts");
        var attempt = $"/api/attempts/{begun.GetProperty("id").GetInt32()}";
        await AnswerAllAsync(maria.Http, begun, Term);
        await teacher.Http.DoAsync(
            "PATCH", $"/api/assignments/{assignment}", $$"""{ "dueAt": "{{In(minutes: -2)}}", "closesAt": "{{In(minutes: -1)}}" }""");

        foreach (var _again in new[] { 1, 2 })
        {
            var (status, problem) = await maria.Http.CallAsync("POST", $"{attempt}/submit");
            Assert.Equal(409, status);
            Assert.Contains("had been saved by then was handed in", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        Assert.Equal(409, (await maria.Http.CallAsync("POST", $"/api/assignments/{assignment}/attempts")).Status);
        var own = (await maria.Http.DoAsync("GET", "/api/assignments"))[0];
        Assert.NotEqual("missing", own.GetProperty("state").GetString());
        var cell = (await teacher.Http.DoAsync("GET", $"/api/classes/{scene.Class.Id}/progress")).GetProperty("students").EnumerateArray()
            .Single(student => student.GetProperty("id").GetInt32() == scene.Maria.Person.Id).GetProperty("cells")[0];
        Assert.Equal((1, 1), (cell.GetProperty("attempts").GetInt32(), cell.GetProperty("score").GetDouble()));
    }

    [Fact]
    public async Task A_score_that_is_held_is_not_told_and_late_work_is_called_late()
    {
        var (_, teacher, maria, assignment) = await AssignedAsync("""{ "scoresFrom": "whenPosted", "minutes": 30 }""");
        using var __ = teacher;
        using var ___ = maria;
        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{assignment}", $$"""{ "dueAt": "{{In(minutes: -2)}}" }""");
        var begun = await maria.Http.DoAsync("POST", $"/api/assignments/{assignment}/attempts");
        Assert.InRange(begun.GetProperty("endsAt").GetDateTime(), DateTime.UtcNow.AddMinutes(25), DateTime.UtcNow.AddMinutes(31));
        await AnswerAllAsync(maria.Http, begun, Term);

        var submit = $"/api/attempts/{begun.GetProperty("id").GetInt32()}/submit";
        Assert.Equal("""{"late":true}""", (await maria.Http.DoAsync("POST", submit)).ToString());
        var own = (await maria.Http.DoAsync("GET", "/api/assignments"))[0];
        Assert.Equal(("late", false), (own.GetProperty("state").GetString(), own.TryGetProperty("score", out var _)));
        await teacher.Http.DoAsync("POST", $"/api/assignments/{assignment}/post");
        Assert.Equal("""{"score":1,"late":true}""", (await maria.Http.DoAsync("POST", submit)).ToString());
        Assert.Equal(100, (await maria.Http.DoAsync("GET", "/api/assignments"))[0].GetProperty("score").GetDouble());
    }

    private static IEnumerable<string> WrongResponses(JsonElement shown)
    {
        string[] never = ["7", "[]", "\"a\"", "{}", """{ "kind": "none" }""", """{ "index": 0 }"""];
        return never.Concat(shown.GetProperty("kind").GetString() switch
        {
            "one-answer" or "read-chart" =>
                ["""{ "choice": -1 }""", """{ "choice": 99 }""", """{ "choice": null }""", """{ "choice": 0.5 }"""],
            "several-answers" => ["""{ "choices": [] }""", """{ "choices": [0, 0] }""", """{ "choices": [99] }""", """{ "choices": 0 }"""],
            "true-false" => ["""{ "answer": "true" }""", """{ "answer": null }"""],
            "number" =>
                ["""{ "text": 3 }""", """{ "text": "" }""", """{ "text": "three" }""", $$"""{ "text": "{{new string('1', 201)}}" }"""],
            "short-answer" => ["""{ "text": " " }""", $$"""{ "text": "{{new string('x', 201)}}" }"""],
            "matching" => ["""{ "rights": [0] }""", """{ "rights": [99, 99, 99] }""", """{ "rights": "0" }"""],
            _ => ["""{ "items": [0] }""", """{ "items": [0, 0, 0, 0] }"""],
        });
    }

    private async Task AnswerAllAsync(HttpClient http, JsonElement begun, string term)
    {
        var quiz = host.Get<Curriculum.Curriculum>().Find(term)!.Quiz!;
        foreach (var shown in begun.GetProperty("questions").EnumerateArray())
        {
            var id = shown.GetProperty("id").GetString()!;
            await http.DoAsync(
                "PUT", $"/api/attempts/{begun.GetProperty("id").GetInt32()}/answers/{id}", RightResponses.For(shown, quiz.Find(id)!));
        }
    }

    private async Task<(SchoolScene Scene, PageClient Teacher, PageClient Maria, int Assignment)> AssignedAsync(string change)
    {
        var scene = await SchoolScene.NewAsync(host);
        var teacher = await scene.SignInAsync(scene.Teacher);
        var id = (await teacher.Http.DoAsync(
            "POST",
            $"/api/classes/{scene.Class.Id}/assignments",
            $$"""{ "kind": "quiz", "term": "{{Term}}", "dueAt": "{{In(minutes: 60)}}" }""")).GetProperty("id").GetInt32();
        await teacher.Http.DoAsync("PATCH", $"/api/assignments/{id}", change);
        return (scene, teacher, await scene.SignInAsync(scene.Maria), id);
    }

    private static string In(int minutes) =>
        DateTime.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
