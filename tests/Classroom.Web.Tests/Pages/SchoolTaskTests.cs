using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Tasks;
using Classroom.Training.Settings;
using Classroom.Web.Features.Lab.Bench;

namespace Classroom.Web.Tests.Pages;

/// <summary>A lab task from the teacher's form to the mark.</summary>
public sealed class SchoolTaskTests(ClassroomHost host)
{
    private const string Tiny = """
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": 1, "seed": 7 }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_gives_a_task_and_a_student_hands_in_a_run_for_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var form = await teacher.OpenAsync($"{scene.Address}/assignments/task");
        var start = $"http://classroom.test/{LabLink.Create(TrainingConfig.FromJson(Tiny))}";

        var given = await teacher.PostAsync(form, "task",
        [
            ("Sent.Title", "Small and good"), ("Sent.Task.Instructions", "Keep it <small>."),
            ("Sent.Task.Start", start),
            ("Sent.Task.Goal", "conditions"), ("Sent.Task.Conditions[0].Measure", "validation-accuracy"),
            ("Sent.Task.Conditions[0].AtLeast", "1%"), ("Sent.Task.Conditions[3].Measure", "weights"),
            ("Sent.Task.Conditions[3].AtMost", "10"), ("Sent.Due", "2190-01-01"), ("Sent.Attempts", "1"), ("Sent.Counts", "Best"),
        ]);

        Assert.Equal($"{scene.Address}/assignments?done=assigned", given.Redirect);
        var task = Assert.Single((await host.Get<AssignmentService>().ListForClassAsync(scene.TeacherActor, scene.Class.Id, Ct))!);
        Assert.Equal(
            [new("validation-accuracy", null, 0.01, null), new TaskCondition("weights", null, null, 10)], task.Goal!.Conditions);
        Assert.Equal(TrainingConfig.FromJson(Tiny).ToJson(), TrainingConfig.FromJson(task.ConfigJson!).ToJson());

        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("Lab task: Small and good", (await maria.OpenAsync("/")).Text);
        var before = await maria.OpenAsync($"/tasks/{task.Id}");
        Assert.Contains("Validation accuracy: at least 1.0%", before.Text);
        Assert.Contains("Weights and biases: at most 10", before.Text);
        Assert.Contains("Keep it <small>.", before.Text);
        Assert.Contains("None has ended yet", before.Text);
        Assert.NotNull(before.Html.QuerySelector("a[href^='/lab?config=']"));
        var run = await host.TrainAsync(new Actor(scene.Maria.Person.Id, Role.Student), Tiny, Ct);
        var page = await maria.OpenAsync($"/tasks/{task.Id}?page=-7");
        Assert.Equal(["Met", "Not met"], page.Html.QuerySelectorAll(".task-checks .pill").Select(pill => pill.TextContent.Trim()));

        var handedIn = await maria.PostAsync(page, "hand-in", [("run", $"{run}")]);

        Assert.Equal($"/tasks/{task.Id}?done=handed-in", handedIn.Redirect);
        var after = await maria.OpenAsync($"/tasks/{task.Id}?done=handed-in");
        Assert.Contains("50%", after.Text);
        Assert.Contains("that is all that your teacher allows", after.Text);
        Assert.Contains("Done, 50%", (await maria.OpenAsync("/")).Text);
        var mark = await teacher.OpenAsync($"{scene.Address}/gradebook/{task.Id}/{scene.Maria.Person.Id}");
        Assert.NotNull(mark.Html.QuerySelector($"a[href='/runs/{run}']"));
        Assert.Contains("Not met", mark.Text);
        Assert.Contains("50%", (await teacher.OpenAsync($"{scene.Address}/progress")).Text);
    }

    [Fact]
    public async Task A_changed_goal_says_whose_score_changes_before_it_is_saved()
    {
        var scene = await SchoolScene.NewAsync(host);
        var task = await GiveAsync(scene);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var run = await host.TrainAsync(maria, Tiny, Ct);
        Assert.True((await host.Get<TaskService>().HandInAsync(
            maria, task.Id, run, [new("validation-accuracy", null, 0.5), new("weights", null, 20)], Ct)).Succeeded);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var form = await teacher.OpenAsync($"{scene.Address}/assignments/{task.Id}");
        Assert.Equal("0.1", form.Html.QuerySelector("#least-0")!.GetAttribute("value"));
        (string, string)[] changes =
        [
            ("Sent.Version", $"{task.Version}"), ("Sent.Title", "Higher"), ("Sent.Due", "2190-01-01"), ("Sent.Points", "10"),
            ("Sent.Counts", "Best"), ("Sent.Task.Goal", "conditions"), ("Sent.Task.Conditions[0].Measure", "validation-accuracy"),
            ("Sent.Task.Conditions[0].AtLeast", "60%"),
        ];

        var asked = await teacher.PostAsync(form, "change", changes);
        var unjudged = await teacher.PostAsync(form, "change",
            [.. changes[..^2], ("Sent.Task.Conditions[0].Measure", "gap"), ("Sent.Task.Conditions[0].AtMost", "1")]);
        var saved = await teacher.PostAsync(asked, "change", [.. changes, ("Sent.Sure", "yes")]);

        Assert.Contains($"{scene.Maria.Person.DisplayName}: 100%, in time → 0%, in time", asked.Text);
        Assert.Contains("so the score stays as it was", unjudged.Text);
        Assert.Equal($"{scene.Address}/assignments?done=saved", saved.Redirect);
        Assert.Equal(0.6, (await host.Get<AssignmentService>().FindAsync(scene.TeacherActor, task.Id, Ct))!.Goal!.Conditions[0].AtLeast);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var form = await teacher.OpenAsync($"{scene.Address}/assignments/task");

        var refused = await teacher.PostAsync(form, "task",
        [
            ("Sent.Task.Start", "https://example.org/"), ("Sent.Task.Conditions[2].Measure", "validation-accuracy"),
            ("Sent.Task.Conditions[2].AtLeast", "95"), ("Sent.Task.Conditions[4].Measure", "weights"),
            ("Sent.Task.Conditions[4].AtMost", "many"), ("Sent.Due", "2190-01-01"), ("Sent.Counts", "Best"),
        ]);

        foreach (var (field, said) in new[]
        {
            ("title", "Give the task a title"), ("start", "no link to settings"), ("least-0", "95%"), ("most-1", "Give a number"),
        })
        {
            Assert.Contains(said, refused.Html.QuerySelector($"#{field}-fault")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Empty((await host.Get<AssignmentService>().ListForClassAsync(scene.TeacherActor, scene.Class.Id, Ct))!);
    }

    [Fact]
    public async Task Only_who_has_the_task_sees_its_page_and_only_who_may_assign_the_form()
    {
        var scene = await SchoolScene.NewAsync(host);
        var task = await GiveAsync(scene);
        var other = await scene.AddAsync("Other Student", Role.Student);
        using var stranger = await scene.SignInAsync(other);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        Assert.Equal(404, (int)(await stranger.Http.GetAsync($"/tasks/{task.Id}", Ct)).StatusCode);
        Assert.Equal(404, (int)(await teacher.Http.GetAsync($"/tasks/{task.Id}", Ct)).StatusCode);
        Assert.Equal(404, (int)(await teacher.Http.GetAsync("/classes/987654/assignments/task", Ct)).StatusCode);
    }

    private async Task<AssignmentDetails> GiveAsync(SchoolScene scene) => (await host.Get<AssignmentService>().AssignAsync(
        scene.TeacherActor,
        scene.Class.Id,
        new NewAssignment
        {
            Kind = AssignmentKind.Task,
            Slug = "",
            Title = "A little",
            Goal = new() { Conditions = [new("validation-accuracy", null, 0.1, null)] },
            DueUtc = DateTime.UtcNow.AddDays(3),
        },
        Ct)).Value!;
}
