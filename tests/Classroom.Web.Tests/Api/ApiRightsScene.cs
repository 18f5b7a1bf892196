using System.Text.Json;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>A class with a student's run, assignment and attempt, and people of every kind who have signed in.</summary>
internal sealed class ApiRightsScene
{
    public const string Term = "overfitting";

    private const string Tiny = """
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": 1, "seed": 7 }
        """;

    private readonly Queue<string> terms;

    private ApiRightsScene(IEnumerable<string> terms) => this.terms = new(terms);

    public int ClassId { get; private init; }

    public int StudentId { get; private init; }

    /// <summary>Of the teacher of the class.</summary>
    public string TeacherName { get; private init; } = "";

    public Guid RunId { get; private init; }

    /// <summary>A lab task, given before the run was made.</summary>
    public int TaskId { get; private init; }

    public int AssignmentId { get; private set; }

    public int AttemptId { get; private set; }

    public string QuestionId { get; private set; } = "";

    /// <summary>In the order of the table's columns.</summary>
    public IReadOnlyList<PageClient> People { get; private init; } = [];

    /// <summary>Of the same; null for the visitor.</summary>
    public IReadOnlyList<int?> Ids { get; private init; } = [];

    public static async Task<ApiRightsScene> NewAsync(ClassroomHost host)
    {
        var scene = await SchoolScene.NewAsync(host);
        var otherTeacher = await scene.AddAsync("Other Teacher", Role.Teacher);
        var otherClass = await scene.AddClassAsync("Other class", otherTeacher.Person.Id);
        var otherStudent = await scene.AddAsync("Other Student", Role.Student, otherClass.Id);
        var assistant = await scene.AddAsync("Assistant", Role.Teacher);
        Assert.Null(await host.Get<ClassTeacherService>().AddAsync(scene.Admin, scene.Class.Id, assistant.Person.Id));
        Assert.Null(await host.Get<ClassTeacherService>().ChangeRoleAsync(
            scene.Admin, scene.Class.Id, assistant.Person.Id, ClassRole.Assistant));
        var waiting = await scene.AddAsync("Waiting Student", Role.Student);
        var joined = await host.Get<JoinService>().JoinAsync(new Actor(waiting.Person.Id, Role.Student), scene.Class.JoinCode);
        Assert.True(joined.Value!.IsWaiting);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var task = await host.Get<AssignmentService>().AssignAsync(scene.TeacherActor, scene.Class.Id, new NewAssignment
        {
            Kind = AssignmentKind.Task,
            Slug = "",
            Title = "Beat the class",
            Goal = TaskGoal.BeatClass,
            DueUtc = DateTime.UtcNow.AddDays(7),
        });
        var rights = new ApiRightsScene(host.Get<Curriculum.Curriculum>().Terms
            .Where(term => term.HasLesson && term.Slug != Term).Select(term => term.Slug))
        {
            ClassId = scene.Class.Id,
            StudentId = maria.UserId,
            TeacherName = scene.Teacher.Person.UserName,
            TaskId = task.Value!.Id,
            RunId = await host.TrainAsync(maria, Tiny, TestContext.Current.CancellationToken),
            Ids =
            [
                null, maria.UserId, otherStudent.Person.Id, waiting.Person.Id, otherTeacher.Person.Id, assistant.Person.Id,
                scene.Teacher.Person.Id, scene.Admin.UserId,
            ],
            People =
            [
                host.Visitor(),
                await scene.SignInAsync(scene.Maria),
                await scene.SignInAsync(otherStudent),
                await scene.SignInAsync(waiting),
                await scene.SignInAsync(otherTeacher),
                await scene.SignInAsync(assistant),
                await scene.SignInAsync(scene.Teacher),
                await host.SignInAsync("admin"),
            ],
        };
        rights.AssignmentId = await rights.AssignAsync(Term);
        var attempt = await rights.People[1].Http.DoAsync("POST", $"/api/assignments/{rights.AssignmentId}/attempts");
        rights.AttemptId = attempt.GetProperty("id").GetInt32();
        rights.QuestionId = attempt.GetProperty("questions")[0].GetProperty("id").GetString()!;
        return rights;
    }

    /// <summary>One that the class does not have yet.</summary>
    public string NextAssignment() => Assignment(terms.Dequeue());

    public Task<int> AssignAsync() => AssignAsync(terms.Dequeue());

    /// <summary>A regrade that holds: the last one, or a new one where that is undone.</summary>
    public async Task<int> RegradeAsync()
    {
        var regrades = await People[6].Http.DoAsync("GET", $"/api/assignments/{AssignmentId}/regrades");
        var holding = regrades.EnumerateArray().Where(regrade => regrade.GetProperty("undoneAt").ValueKind == JsonValueKind.Null).ToList();
        return (holding.Count > 0
            ? holding[0]
            : await People[6].Http.DoAsync(
                "POST", $"/api/assignments/{AssignmentId}/regrade", $$"""{ "question": "{{QuestionId}}", "drop": true }"""))
            .GetProperty("id").GetInt32();
    }

    /// <summary>A new list without a step.</summary>
    public async Task<int> ListAsync() => (await People[6].Http.DoAsync(
        "POST", $"/api/classes/{ClassId}/lists", """{ "title": "Week 3" }""")).GetProperty("id").GetInt32();

    private async Task<int> AssignAsync(string term) => (await People[6].Http.DoAsync(
        "POST", $"/api/classes/{ClassId}/assignments", Assignment(term))).GetProperty("id").GetInt32();

    private static string Assignment(string term) => $$"""{ "kind": "quiz", "term": "{{term}}", "dueAt": "2190-01-01T00:00:00Z" }""";
}
