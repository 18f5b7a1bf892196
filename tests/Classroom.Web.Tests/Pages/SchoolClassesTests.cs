using Classroom.Runs;
using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.Trials;
using Classroom.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolClassesTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private const string Slug = "overfitting";

    [Fact]
    public async Task A_teacher_assigns_a_lesson_and_sees_who_has_read_it()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var calendar = host.Get<SchoolCalendar>();
        var day = calendar.Today.AddDays(5);

        var assigned = await teacher.PostAsync(
            await teacher.OpenAsync($"{scene.Address}/assignments"),
            "assign",
            ("slug", Slug),
            ("due", FriendlyDate.ForInput(day)),
            ("counts", "Last"));
        Assert.Equal($"{scene.Address}/assignments?done=assigned", assigned.Redirect);
        var list = await teacher.OpenAsync(assigned.Redirect!);
        Assert.Contains("Lesson and quiz · ", list.Text);
        Assert.Contains("due in 5 days at 11:59 PM · 100 points · last attempt counts", list.Text);
        var twice = await teacher.PostAsync(list, "assign", ("slug", Slug), ("due", FriendlyDate.ForInput(day)), ("counts", "Last"));
        Assert.Contains("already has", twice.Text);

        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("Read: Overfitting", (await maria.OpenAsync("/")).Text);
        await maria.PostAsync(await maria.OpenAsync($"/glossary/{Slug}"), "read");
        Assert.Contains("Quiz: Overfitting", (await maria.OpenAsync("/")).Text);

        var progress = await teacher.OpenAsync($"{scene.Address}/progress");
        Assert.StartsWith("Has read", Row(progress, scene.Maria)[0]);
        Assert.StartsWith("Not begun", Row(progress, scene.Noah)[0]);

        var due = (await host.Get<AssignmentService>().ListForClassAsync(scene.TeacherActor, scene.Class.Id, Ct))!.Single();
        Assert.Equal(calendar.EndOf(day), due.DueUtc);
    }

    [Fact]
    public async Task A_run_from_the_free_lab_counts_in_the_progress_of_the_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var maria = new Actor(scene.Maria.Person.Id, Role.Student);
        var run = await host.TrainAsync(
            maria,
            """{ "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] }, "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": 1 }""",
            Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var progress = await teacher.OpenAsync($"{scene.Address}/progress");
        Assert.Equal(["1", "Done"], Row(progress, scene.Maria)[^2..]);
        Assert.Equal(["–", "none yet"], Row(progress, scene.Noah)[^2..]);

        var student = await teacher.OpenAsync($"{scene.Address}/students/{scene.Maria.Person.Id}");
        var title = (await host.Get<RunService>().FindAsync(maria, run, Ct))!.Title;
        Assert.Equal(title, student.Html.QuerySelector($"a[href='/runs/{run}']")?.ReadText());
    }

    [Fact]
    public async Task A_teacher_sees_who_has_done_an_experiment_what_she_predicted_and_what_she_answered_first()
    {
        var scene = await SchoolScene.NewAsync(host);
        await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = DateTime.UtcNow.AddDays(3) }, Ct);
        var trial = new ExperimentTrial
        {
            Id = Guid.CreateVersion7(),
            UserId = scene.Maria.Person.Id,
            Slug = Slug,
            Prediction = "The <large> net",
            CreatedUtc = DateTime.UtcNow,
            DoneUtc = DateTime.UtcNow,
        };
        trial.Answers.Add(new ExperimentAnswer { Question = 0, FirstAnswer = "Few points", FirstRight = true, Right = true, Tries = 1 });
        trial.Answers.Add(new ExperimentAnswer { Question = 1, FirstAnswer = "Epoch 3", FirstRight = false, Right = true, Tries = 4 });
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            db.Add(trial);
            await db.SaveChangesAsync(Ct);
        }

        using var teacher = await scene.SignInAsync(scene.Teacher);
        var progress = await teacher.OpenAsync($"{scene.Address}/progress");
        Assert.Contains("Experiment done", Row(progress, scene.Maria)[0]);
        Assert.DoesNotContain("Experiment done", Row(progress, scene.Noah)[0]);

        var ofMaria = await teacher.OpenAsync($"{scene.Address}/students/{scene.Maria.Person.Id}");
        var prompts = host.Get<Curriculum.Curriculum>().FindExperiment(Slug)!.Questions.Select(question => question.Prompt).ToList();
        var details = Assert.Single(ofMaria.Html.QuerySelectorAll("details"));
        Assert.Contains("“The <large> net”", details.ReadText());
        Assert.Equal(
            [
                $"{prompts[0]} First answer: “Few points” right at once",
                $"{prompts[1]} First answer: “Epoch 3” then right after 4 tries"
            ],
            details.QuerySelectorAll("li").Select(item => item.ReadText()));
        var ofNoah = await teacher.OpenAsync($"{scene.Address}/students/{scene.Noah.Person.Id}");
        Assert.Empty(ofNoah.Html.QuerySelectorAll("details"));

        using var maria = await scene.SignInAsync(scene.Maria);
        var row = (await maria.OpenAsync("/me")).Html.QuerySelectorAll("tbody tr")
            .First(row => row.QuerySelector($"a[href='/glossary/{Slug}']") is not null);
        Assert.Equal("done", Assert.Single(row.QuerySelectorAll(".is-done .visually-hidden")).ReadText());
    }

    [Fact]
    public async Task An_assignment_with_mistakes_is_not_stored_and_keeps_what_was_typed()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/assignments");

        var answer = await teacher.PostForgedAsync(page, "assign", ("slug", "no-such-term"), ("due", "2020-01-01"), ("counts", "Worst"));

        Assert.Contains("no-such-term", answer.FaultOf("slug"));
        Assert.Contains("past", answer.FaultOf("due"));
        Assert.Contains("the best, the last", answer.FaultOf("counts"));
        Assert.Equal("2020-01-01", answer.Html.QuerySelector("[name='due']")!.GetAttribute("value"));
        Assert.Contains("day", (await teacher.PostAsync(page, "assign", ("slug", Slug), ("due", "soon"))).FaultOf("due"));
        Assert.Empty((await host.Get<AssignmentService>().ListForClassAsync(scene.TeacherActor, scene.Class.Id, Ct))!);
    }

    [Fact]
    public async Task Removing_an_assignment_twice_says_that_it_is_gone()
    {
        var scene = await SchoolScene.NewAsync(host);
        var assigned = await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor, scene.Class.Id, new NewAssignment { Slug = Slug, DueUtc = DateTime.UtcNow.AddDays(3) }, Ct);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/assignments");
        var button = ("assignment", $"{assigned.Value!.Id}");

        Assert.Equal($"{scene.Address}/assignments?done=removed", (await teacher.PostAsync(page, "assignments", button)).Redirect);
        Assert.Empty((await host.Get<AssignmentService>().ListForClassAsync(scene.TeacherActor, scene.Class.Id, Ct))!);
        Assert.True((await teacher.PostAsync(page, "assignments", button)).Status < 500);
    }

    [Fact]
    public async Task A_new_password_is_on_a_card_until_it_is_printed_and_ends_the_old_one()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var signedIn = await scene.SignInAsync(scene.Maria);
        var roster = await teacher.OpenAsync($"{scene.Address}/roster");

        var answer = await teacher.PostAsync(roster, "roster", ("reset", $"{scene.Maria.Person.Id}"));

        Assert.Equal($"{scene.Address}/cards?done=reset", answer.Redirect);
        var cards = await teacher.OpenAsync(answer.Redirect!);
        var fresh = Assert.Single(cards.Html.QuerySelectorAll(".secret")).ReadText();
        Assert.Null((await host.Visitor().SignInAsync(scene.Maria.Person.UserName, scene.Maria.Password)).Redirect);
        Assert.StartsWith("/account/login", (await signedIn.OpenAsync("/me")).Redirect);
        using var maria = await host.SignInAsync(scene.Maria.Person.UserName, fresh);
        Assert.Contains(fresh, (await teacher.OpenAsync($"{scene.Address}/cards")).Text);
        var printed = await teacher.PostAsync(cards, "printed", ("act", "printed"));
        Assert.Equal($"{scene.Address}/cards?done=printed", printed.Redirect);
        Assert.DoesNotContain(fresh, (await teacher.OpenAsync(printed.Redirect!)).Text);
    }

    [Fact]
    public async Task A_teacher_cannot_reset_or_remove_who_is_not_in_her_class()
    {
        var scene = await SchoolScene.NewAsync(host);
        var others = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var roster = await teacher.OpenAsync($"{scene.Address}/roster");
        var stranger = $"{others.Maria.Person.Id}";

        Assert.Contains("no longer in the class", (await teacher.PostForgedAsync(roster, "roster", ("reset", stranger))).Text);
        Assert.Contains("no longer in the class", (await teacher.PostForgedAsync(roster, "roster", ("remove", stranger))).Text);
        Assert.Equal(200, (await teacher.PostForgedAsync(roster, "roster", ("remove", "everyone"))).Status);

        // Her own page's form, sent to the page of a class that is not hers.
        var fields = roster.Form("roster")
            .QuerySelectorAll("input")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        Assert.InRange((await teacher.PostRawAsync($"{others.Address}/roster", fields.Append(("remove", stranger)))).Status, 400, 499);

        Assert.Equal(2, (await host.Get<RosterService>().ListAsync(others.Admin, others.Class.Id, Ct))!.Count);
        using var maria = await others.SignInAsync(others.Maria);
    }

    [Fact]
    public async Task A_removed_student_leaves_the_roster_and_keeps_her_account()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var removed = await teacher.PostAsync(
            await teacher.OpenAsync($"{scene.Address}/roster"), "roster", ("remove", $"{scene.Maria.Person.Id}"));

        Assert.Equal($"{scene.Address}/roster?done=removed", removed.Redirect);
        var roster = await teacher.OpenAsync(removed.Redirect!);
        var students = roster.Html.QuerySelector("table")!.ReadText();
        Assert.DoesNotContain(scene.Maria.Person.DisplayName, students);
        Assert.Contains(scene.Noah.Person.DisplayName, students);
        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Contains("You are not in a class yet", (await maria.OpenAsync("/")).Text);
    }

    [Fact]
    public async Task A_new_code_replaces_the_old_one()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);

        var renewed = await teacher.PostAsync(await teacher.OpenAsync($"{scene.Address}/roster"), "code", ("code", "new"));

        Assert.Equal($"{scene.Address}/roster?done=code", renewed.Redirect);
        var code = (await teacher.OpenAsync(scene.Address)).Html.QuerySelector(".join .code")!.ReadText();
        Assert.NotEqual(scene.Class.JoinCode, code);
        var lina = await scene.AddAsync("Lina", Role.Student);
        var actor = new Actor(lina.Person.Id, Role.Student);
        Assert.False((await host.Get<JoinService>().JoinAsync(actor, scene.Class.JoinCode!, Ct)).Succeeded);
        Assert.True((await host.Get<JoinService>().JoinAsync(actor, code, Ct)).Succeeded);
    }

    [Fact]
    public async Task Words_in_the_address_cannot_put_a_message_on_the_page()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync($"{scene.Address}/roster?done=Your+account+is+closed");
        Assert.DoesNotContain("account is closed", page.Text);
        Assert.Null(page.Html.QuerySelector("main [role='status']"));
    }

    /// <summary>The cells of a student's row, as text.</summary>
    private static List<string> Row(PageAnswer progress, Credentials who) =>
    [
        .. progress.Html.QuerySelectorAll("tbody tr")
            .Single(row => row.QuerySelector("th")!.ReadText() == who.Person.DisplayName)
            .QuerySelectorAll("td")
            .Select(cell => cell.ReadText()),
    ];
}
