using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Tests.Pages;

/// <summary>Regrading as a teacher does it, and as a student sees and asks for it.</summary>
public sealed class SchoolRegradeTests(ClassroomHost host)
{
    [Fact]
    public async Task A_question_is_dropped_after_its_effects_were_shown_and_undone_with_one_press()
    {
        var (scene, assigned, attempt) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var address = $"{scene.Address}/assignments/{assigned.Id}/regrade";
        var result = $"/quiz/{RegradeScene.Slug}?attempt={attempt.Id}";
        Assert.Contains("/regrade", (await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Html.Body!.InnerHtml);
        var page = await teacher.OpenAsync($"{address}?question={attempt.Questions[1].Planned.Question.Id}");

        var preview = await teacher.PostAsync(page, "regrade", ("Sent.What", "drop"));
        var row = preview.Html.QuerySelector(".notice tbody tr")!.ReadText();
        Assert.Contains(scene.Maria.Person.DisplayName, row);
        Assert.Contains("11.67", row);
        Assert.Empty((await teacher.OpenAsync(address)).Html.QuerySelectorAll("button[name=undo]"));

        Assert.Equal($"{address}?done=dropped", (await teacher.PostAsync(preview, "regrade", ("Sent.Sure", "yes"))).Redirect);
        Assert.Contains("Your teacher dropped this question", (await maria.OpenAsync(result)).Text);
        var done = await teacher.OpenAsync(address);
        var undo = done.Html.QuerySelector("button[name=undo]")!.GetAttribute("value")!;
        Assert.Equal($"{address}?done=undone", (await teacher.PostAsync(done, "undo", ("undo", undo))).Redirect);
        Assert.DoesNotContain("dropped this question", (await maria.OpenAsync(result)).Text);
        Assert.Contains("has been undone already", (await teacher.PostAsync(done, "undo", ("undo", undo))).Text);
    }

    [Fact]
    public async Task An_answer_that_a_student_gave_is_accepted_and_shown_to_her()
    {
        var (scene, assigned, attempt) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var address = $"{scene.Address}/assignments/{assigned.Id}/regrade";
        var answered = attempt.Questions[1];
        var page = await teacher.OpenAsync($"{address}?question={answered.Planned.Question.Id}");
        Assert.Contains("given 1 time", page.Text);

        var unchosen = await teacher.PostForgedAsync(page, "regrade", ("Sent.What", "nonsense"));
        Assert.Contains("Choose what to do", unchosen.Text);
        var what = ResponseJson.Write(answered.Response!);
        var preview = await teacher.PostForgedAsync(page, "regrade", ("Sent.What", what));
        Assert.Contains("20", preview.Html.QuerySelector(".notice tbody tr")!.ReadText());
        Assert.Equal($"{address}?done=accepted", (await teacher.PostAsync(preview, "regrade", ("Sent.Sure", "yes"))).Redirect);

        Assert.Contains("Accepted too", (await maria.OpenAsync($"/quiz/{RegradeScene.Slug}?attempt={attempt.Id}")).Text);
    }

    [Fact]
    public async Task A_student_asks_about_a_question_and_reads_the_answer_with_it()
    {
        var (scene, assigned, attempt) = await RegradeScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);
        var result = $"/quiz/{RegradeScene.Slug}?attempt={attempt.Id}";
        var question = attempt.Questions[1].Planned.Question.Id;
        var (form, reply) = ($"ask-{question}", $"reply-{attempt.Id}-{question}");
        var address = $"{scene.Address}/assignments/{assigned.Id}/regrade";

        var empty = await maria.PostAsync(await maria.OpenAsync(result), form, ("text", " "));
        Assert.Contains("Write your request", empty.Html.QuerySelector(".field-error")!.ReadText());
        Assert.NotNull((await maria.PostAsync(empty, form, ("text", "I meant <b>the same</b>."))).Redirect);

        Assert.Contains("Regrade asked for", (await maria.OpenAsync(result)).Text);
        Assert.Contains("Students ask for a regrade", (await teacher.OpenAsync($"{scene.Address}/gradebook")).Text);
        Assert.Contains("(1 request)", (await teacher.OpenAsync($"{scene.Address}/assignments/{assigned.Id}")).Text);
        var page = await teacher.OpenAsync(address);
        Assert.Contains("“I meant <b>the same</b>.”", page.Text);
        Assert.Equal($"{address}?done=answered", (await teacher.PostAsync(page, reply, ("answer", "So you did."))).Redirect);

        Assert.Contains("“So you did.”", (await maria.OpenAsync(result)).Text);
        Assert.DoesNotContain("Students ask for a regrade", (await teacher.OpenAsync($"{scene.Address}/gradebook")).Text);
    }

    [Fact]
    public async Task Another_teacher_and_a_student_find_no_such_pages()
    {
        var (scene, assigned, _) = await RegradeScene.NewAsync(host);
        var other = await SchoolScene.NewAsync(host);
        using var stranger = await other.SignInAsync(other.Teacher);
        using var maria = await scene.SignInAsync(scene.Maria);

        foreach (var page in new[] { $"assignments/{assigned.Id}/regrade", "gradebook/files" })
        {
            Assert.Equal(404, (await stranger.OpenAsync($"{scene.Address}/{page}")).Status);
            Assert.NotEqual(200, (await maria.OpenAsync($"{scene.Address}/{page}")).Status);
        }

        Assert.Equal(404, (await stranger.OpenAsync($"{other.Address}/assignments/{assigned.Id}/regrade")).Status);
    }
}
