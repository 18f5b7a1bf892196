using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Questions;

namespace Classroom.Web.Tests.Pages;

/// <summary>A teacher's own questions and quizzes, on their pages.</summary>
public sealed class SchoolQuestionsTests(ClassroomHost host)
{
    private const string Gift = """
        What is the capital of Norway? {=Oslo ~Bergen#It is the second largest. ~<script>alert(1)</script>}

        // [tag:space]
        The sun is a star. {T#It is one.}

        What is the capital of Peru? {=Lima ~Cusco#Once it was.}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_says_line_by_line_what_could_not_be_read_and_stores_after_the_second_press()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var page = await teacher.OpenAsync("/questions/import");

        var read = await teacher.PostForgedAsync(page, "gift", ("gift", Gift), ("tags", "7b"));

        Assert.Contains("What was read: 2 questions", read.Text);
        Assert.Contains("1 line could not be read", read.Text);
        Assert.Contains("Line 1: The tag <script> cannot be kept", read.Text);
        Assert.Empty((await ListAsync(scene.TeacherActor)).Items);

        Assert.Equal(Gift, read.Html.QuerySelector("textarea")!.TextContent);
        var stored = await teacher.PostForgedAsync(read, "gift", ("gift", Gift), ("tags", "7b"), ("act", "store"));

        Assert.Equal("/questions?done=imported", stored.Redirect);
        var questions = (await ListAsync(scene.TeacherActor)).Items;
        Assert.Equal(["What is the capital of Peru?", "The sun is a star."], questions.Select(found => found.Question.PromptText));
        Assert.Equal(["7b", "space"], questions[1].Tags);
    }

    [Fact]
    public async Task A_bank_is_searched_copied_emptied_and_taken_along_as_a_file()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ids = await ImportAsync(teacher, scene.TeacherActor);

        var found = await teacher.OpenAsync("/questions?text=peru&kind=OneAnswer&whose=mine");
        Assert.Contains("1 question", found.Text);
        Assert.DoesNotContain("The sun is a star.", found.Text);
        var copied = await teacher.PostAsync(found, "questions", ("copy", $"{ids[0]}"));
        Assert.Equal("/questions?done=copied", copied.Redirect);
        var file = await teacher.Http.GetStringAsync($"/api/questions.gift?id={ids[1]}", Ct);
        Assert.Contains("The sun is a star.", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Peru", file, StringComparison.Ordinal);
        var removed = await teacher.PostAsync(await teacher.OpenAsync("/questions"), "questions", ("remove", $"{ids[0]}"));
        Assert.Equal("/questions?done=removed", removed.Redirect);
        Assert.Equal(2, (await ListAsync(scene.TeacherActor)).Total);

        var other = await scene.AddAsync("Other Kim", Role.Teacher);
        using var stranger = await scene.SignInAsync(other);
        Assert.Contains("None yet", (await stranger.OpenAsync("/questions")).Text);
        Assert.Equal(404, (await stranger.OpenAsync($"/questions/{ids[1]}")).Status);
        Assert.Equal("", await stranger.Http.GetStringAsync($"/api/questions.gift?id={ids[1]}", Ct));
        var forged = await stranger.PostRawAsync("/questions", []);
        Assert.NotEqual(200, forged.Status);
    }

    [Fact]
    public async Task A_quiz_is_put_together_saved_assigned_and_found_by_its_student()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var ids = await ImportAsync(teacher, scene.TeacherActor);
        var page = await teacher.OpenAsync("/quizzes/new");

        page = await teacher.PostAsync(page, "quiz", ("Sent.Title", "Capitals"), ("Sent.Act", $"add:q:{ids[1]}"));
        page = await teacher.PostAsync(page, "quiz", ("Sent.Act", $"add:q:{ids[0]}"));
        page = await teacher.PostAsync(page, "quiz", ("Sent.Act", "up:1"));
        page = await teacher.PostAsync(page, "quiz", ("Sent.Source", "overfitting"), ("Sent.Act", "find"));
        page = await teacher.PostForgedAsync(page, "quiz", ("Sent.Act", "add:t:overfitting--no-such-question"));
        var refused = await teacher.PostAsync(page, "quiz", ("Sent.Act", "save"));
        Assert.Contains("Line 3: there is no such question of a lesson.", refused.Text);
        page = await teacher.PostAsync(refused, "quiz", ("Sent.Act", "remove:2"));
        var saved = await teacher.PostAsync(page, "quiz", ("Sent.Act", "save"));

        Assert.Equal("/quizzes?done=saved", saved.Redirect);
        var quiz = (await host.Get<OwnQuizService>().ListAsync(scene.TeacherActor, Ct)).Single();
        Assert.Equal([ids[0], ids[1]], quiz.Parts.Select(part => part.QuestionId!.Value));
        Assert.Contains("Start graded quiz", (await teacher.OpenAsync($"/quiz/{quiz.Slug}")).Text);

        using var maria = await scene.SignInAsync(scene.Maria);
        Assert.Equal(404, (await maria.OpenAsync($"/quiz/{quiz.Slug}")).Status);
        var assigned = await teacher.PostAsync(
            await teacher.OpenAsync($"{scene.Address}/assignments"),
            "assign",
            ("slug", quiz.Slug),
            ("kind", nameof(AssignmentKind.Lesson)));
        Assert.Equal($"{scene.Address}/assignments?done=assigned", assigned.Redirect);
        Assert.Contains("Quiz: Capitals", (await maria.OpenAsync("/")).Text);
        var start = await maria.OpenAsync($"/quiz/{quiz.Slug}?mode=graded");
        Assert.Contains("2 questions", start.Text);
        Assert.DoesNotContain("Practice", start.Text);
        var begun = await maria.PostAsync(start, "start-Graded");
        Assert.Equal($"/quiz/{quiz.Slug}?mode=graded", begun.Redirect);
        Assert.Contains("What is the capital of Peru?", (await maria.OpenAsync(begun.Redirect!)).Text);
        Assert.StartsWith("/not-allowed", (await maria.OpenAsync("/questions")).Redirect, StringComparison.Ordinal);

        var details = await teacher.OpenAsync($"{scene.Address}/assignments");
        var link = details.Html.QuerySelector(".assigned a")!.GetAttribute("href")!;
        Assert.Contains($"/quizzes/{quiz.Id}", (await teacher.OpenAsync(link)).Html.Body!.InnerHtml, StringComparison.Ordinal);
    }

    private Task<Page<StoredQuestion>> ListAsync(Actor actor) =>
        host.Get<QuestionBankReader>().ListAsync(actor, new() { OnlyMine = true }, cancellationToken: Ct);

    /// <summary>Two questions, the newer one first.</summary>
    private async Task<IReadOnlyList<int>> ImportAsync(PageClient teacher, Actor actor)
    {
        var read = await teacher.PostForgedAsync(await teacher.OpenAsync("/questions/import"), "gift", ("gift", Gift));
        await teacher.PostForgedAsync(read, "gift", ("gift", Gift), ("act", "store"));
        return [.. (await ListAsync(actor)).Items.Select(stored => stored.Id)];
    }
}
