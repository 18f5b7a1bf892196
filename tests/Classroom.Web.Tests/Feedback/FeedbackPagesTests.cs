using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Feedback;

/// <summary>Notes as a teacher writes them in the story of a cell, and as a student finds them.</summary>
public sealed class FeedbackPagesTests(ClassroomHost host)
{
    private const string Slug = "overfitting";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_on_an_answer_goes_to_the_student_s_home_and_result_who_reads_it_and_tries_again()
    {
        var (scene, assigned) = await AssignAsync();
        var attempt = await HandInAsync(scene.Maria, assigned);
        var question = attempt.Questions[0].Planned.Question;
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var address = $"{scene.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}";

        var story = await teacher.OpenAsync(address);
        Assert.Contains(question.PromptText, story.Text);
        Assert.Contains("Right answer", story.Text);
        Assert.Contains("Needs feedback", story.Text);
        var about = $"answer:{attempt.Id}:{question.Id}";
        var written = await teacher.PostAsync(
            story, "note", ("Sent.About", about), ("Sent.Text", "Look <b>again</b>."), ("Sent.Again", "yes"));
        Assert.Equal($"{address}?done=noted", written.Redirect);
        Assert.Contains("Look <b>again</b>.", (await teacher.OpenAsync(written.Redirect!)).Text);
        Assert.Contains("Feedback given", (await teacher.OpenAsync($"{scene.Address}/progress")).Text);

        var home = await maria.OpenAsync("/");
        Assert.Contains("Feedback for you (1 new)", home.Text);
        var link = home.Html.QuerySelector("section[aria-labelledby=notes] a")!.GetAttribute("href")!;
        Assert.Equal($"/quiz/{Slug}?attempt={attempt.Id}", link);
        var result = await maria.OpenAsync(link);
        Assert.Contains("Look <b>again</b>.", result.Html.QuerySelector(".answers .note")!.ReadText());
        await maria.PostAsync(result, "read-notes");
        Assert.DoesNotContain("new)", (await maria.OpenAsync("/")).Text);

        var begun = await maria.PostAsync(await maria.OpenAsync("/"), "my-notes", ("Again", $"{assigned.Id}"));
        Assert.Equal($"/quiz/{Slug}?mode=graded", begun.Redirect);
        Assert.DoesNotContain("Try again:", (await maria.OpenAsync("/")).Text);
        Assert.Contains("Has worked since", (await teacher.OpenAsync($"{scene.Address}/progress")).Text);
    }

    [Fact]
    public async Task A_note_is_changed_and_withdrawn_and_what_is_wrong_stands_beside_its_field()
    {
        var (scene, assigned) = await AssignAsync();
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var address = $"{scene.Address}/gradebook/{assigned.Id}/{scene.Maria.Person.Id}";
        var page = await teacher.OpenAsync(address);
        var empty = await teacher.PostAsync(page, "note", ("Sent.Text", " "));
        Assert.Contains("Write the note first.", empty.FaultOf("Sent.Text"));
        var forged = await teacher.PostAsync(page, "note", ("Sent.About", "answer:99999:nothing"), ("Sent.Text", "x"));
        Assert.Contains("There is nothing here", forged.Text);

        await teacher.PostAsync(page, "note", ("Sent.Text", "First words."));
        var list = await teacher.OpenAsync(address);
        var edit = list.Html.QuerySelector("a[href*='edit=']")!.GetAttribute("href")!;
        var id = edit.Split("edit=")[1].Split('#')[0];
        var changed = await teacher.PostAsync(await teacher.OpenAsync(edit.Split('#')[0]), "note", ("Sent.Text", "Second words."));
        Assert.Equal($"{address}?done=note-changed", changed.Redirect);
        Assert.Contains("Second words.", (await maria.OpenAsync("/")).Text);

        var read = await maria.PostAsync(await maria.OpenAsync("/"), "my-notes", ("Read", id));
        Assert.Equal("/?done=read", read.Redirect);
        await teacher.PostAsync(await teacher.OpenAsync(address), "notes", ("Withdraw", id));
        Assert.DoesNotContain("Second words.", (await maria.OpenAsync("/")).Text);
    }

    [Fact]
    public async Task From_an_answer_one_goes_to_the_next_student_s_answer_to_the_same_question()
    {
        var (scene, assigned) = await AssignAsync();
        var ofMaria = await HandInAsync(scene.Maria, assigned);
        var ofNoah = await HandInAsync(scene.Noah, assigned);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var both = ofMaria.Questions.Select(answered => answered.Planned.Question.Id)
            .Intersect(ofNoah.Questions.Select(answered => answered.Planned.Question.Id)).ToList();
        var address = $"{scene.Address}/gradebook/{assigned.Id}";

        foreach (var question in both)
        {
            var story = await teacher.OpenAsync($"{address}/{scene.Maria.Person.Id}?question={question}");
            Assert.Equal(
                $"{address}/{scene.Noah.Person.Id}?question={question}#q-{question}",
                story.Html.QuerySelector("a[data-key=j]")!.GetAttribute("href"));
            Assert.NotNull(story.Html.QuerySelector($"li.chosen[id='q-{question}']"));
            Assert.Null(story.Html.QuerySelector("a[data-key=k]"));
        }

        Assert.Equal($"{address}/{scene.Noah.Person.Id}",
            (await teacher.OpenAsync($"{address}/{scene.Maria.Person.Id}")).Html.QuerySelector("a[data-key=n]")!.GetAttribute("href"));
    }

    private async Task<(SchoolScene Scene, AssignmentDetails Assigned)> AssignAsync()
    {
        var scene = await SchoolScene.NewAsync(host);
        var assigned = await host.Get<AssignmentService>().AssignAsync(
            scene.TeacherActor,
            scene.Class.Id,
            new() { Slug = Slug, DueUtc = host.Get<SchoolCalendar>().NowUtc.AddDays(3), AttemptsAllowed = 1 },
            Ct);
        return (scene, assigned.Value!);
    }

    private async Task<AttemptView> HandInAsync(School.Accounts.Credentials who, AssignmentDetails assigned)
    {
        var student = new Actor(who.Person.Id, Role.Student);
        var attempt = (await host.Get<AttemptStarter>().StartOrResumeAsync(student, assigned.Id, Ct)).Value!;
        await host.Get<AttemptService>().SaveAnswerAsync(
            student, attempt.Id, attempt.Questions[0].Planned.Question.Id, new ShortAnswerResponse("whatever"), Ct);
        return (await host.Get<AttemptService>().SubmitAsync(student, attempt.Id, Ct)).Value!;
    }
}
