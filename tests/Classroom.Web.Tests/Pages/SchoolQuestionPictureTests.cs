using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Questions;

namespace Classroom.Web.Tests.Pages;

/// <summary>A question with a picture, where it is shown and to whom it is sent.</summary>
public sealed class SchoolQuestionPictureTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_sent_to_its_teacher_alone_and_can_do_nothing_but_be_looked_at()
    {
        var scene = await SchoolScene.NewAsync(host);
        var others = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        using var stranger = await others.SignInAsync(others.Teacher);
        using var student = await scene.SignInAsync(scene.Maria);
        var stored = await AddAsync(scene);

        var page = await teacher.OpenAsync("/questions");
        var shown = page.Html.QuerySelector("main img[src^='/questions/pictures/']")!;
        Assert.Equal("A map of Norway", shown.GetAttribute("alt"));
        var address = shown.GetAttribute("src")!;
        using var answer = await teacher.Http.GetAsync(address, Ct);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(
            (true, false, TimeSpan.FromMinutes(10)),
            (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoStore, answer.Headers.CacheControl.MaxAge));
        Assert.Equal([9, 9, 9], await answer.Content.ReadAsByteArrayAsync(Ct));
        foreach (var other in new[] { stranger, student })
        {
            Assert.Equal(404, (int)(await other.Http.GetAsync(address, Ct)).StatusCode);
        }

        Assert.Equal(302, (int)(await host.Visitor().Http.GetAsync(address, Ct)).StatusCode);
        var file = await teacher.Http.GetStringAsync($"/api/questions.gift?id={stored.Id}", Ct);
        Assert.Contains("// Without its picture: What is the capital of Norway?", file, StringComparison.Ordinal);
        Assert.Equal("What is the capital of Norway?", Assert.Single(GiftReader.Read(file).Questions).Question.PromptText);
    }

    private async Task<StoredQuestion> AddAsync(SchoolScene scene)
    {
        var picture = (await host.Get<QuestionPictureStore>().AddAsync(scene.TeacherActor, new([9, 9, 9], 4, 3), Ct)).Value!;
        var question = GiftReader.Read("What is the capital of Norway? {=Oslo ~Bergen}").Questions[0].Question;
        var added = await host.Get<QuestionBank>().AddAsync(
            scene.TeacherActor, new(question with { Picture = picture with { Alt = "A map of Norway" } }, []), Ct);
        return added.Value!;
    }
}
