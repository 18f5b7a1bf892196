using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.Feedback;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Questions;
using Classroom.Training.Tests;
using Classroom.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Pages;

/// <summary>The class of the API's scene with more to see on its pages: a note, a regrade, a card, own questions, pictures.</summary>
internal sealed class PageRightsScene
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PageRightsScene()
    {
    }

    public required ApiRightsScene Base { get; init; }

    public required string Experiment { get; init; }

    public required int QuestionId { get; init; }

    public required int QuizId { get; init; }

    public required int ListId { get; init; }

    /// <summary>Files that the teacher sent and has not stored yet.</summary>
    public required string Preview { get; init; }

    public required string DataSet { get; init; }

    /// <summary>What only people of the class may read.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    public static async Task<PageRightsScene> NewAsync(ClassroomHost host)
    {
        var scene = await ApiRightsScene.NewAsync(host);
        await using var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        var teacher = new Actor(
            await db.ClassTeachers.Where(entry => entry.ClassId == scene.ClassId && entry.Role == ClassRole.Owner)
                .Select(entry => entry.UserId).SingleAsync(Ct),
            Role.Teacher);
        await scene.People[1].Http.DoAsync("POST", $"/api/attempts/{scene.AttemptId}/submit");
        await scene.RegradeAsync();
        var classmate = await db.Enrolments.Where(entry => entry.ClassId == scene.ClassId && entry.UserId != scene.StudentId)
            .Select(entry => entry.UserId).FirstAsync(Ct);
        Assert.Null(await host.Get<PictureSettingService>().SetModeAsync(teacher, scene.ClassId, PictureMode.One, Ct));
        Assert.Null(await host.Get<PasswordService>().ResetToCardAsync(teacher, scene.ClassId, classmate, Ct));
        Assert.True((await host.Get<FeedbackService>().WriteAsync(
            teacher,
            new() { ClassId = scene.ClassId, StudentId = scene.StudentId, AssignmentId = scene.AssignmentId, Text = "Zebrafish note" },
            Ct)).Succeeded);
        var question = (await host.Get<QuestionBank>().CopyOfTermAsync(
            teacher, QuestionKey.OfTerm(ApiRightsScene.Term, scene.QuestionId), Ct)).Value!;
        var quiz = (await host.Get<OwnQuizService>().CreateAsync(
            teacher, new() { Title = "Zebrafish quiz", Parts = [new(question.Id)] }, Ct)).Value!;
        var uploads = await scene.People[6].OpenAsync("/admin/datasets");
        var preview = await scene.People[6].PostFilesAsync(uploads, "upload", [("leaves.csv", Uploads.Leaves())], ("title", "Leaves"));
        var other = await scene.People[6].PostFilesAsync(uploads, "upload", [("leaves.csv", Uploads.Leaves())], ("title", "More leaves"));
        var stored = await scene.People[6].PostFilesAsync(
            await scene.People[6].OpenAsync(other.Redirect!), "preview", [], ("act", "store"));
        return new()
        {
            Base = scene,
            Experiment = host.Get<Curriculum.Curriculum>().Terms.First(term => term.HasExperiment).Slug,
            QuestionId = question.Id,
            QuizId = quiz.Id,
            ListId = await scene.ListAsync(),
            Preview = preview.Redirect!,
            DataSet = stored.Redirect!,
            Secrets =
            [
                "Zebrafish",
                .. await db.Classes.Where(entry => entry.Id == scene.ClassId).Select(entry => entry.Name).ToListAsync(Ct),
                .. await db.Classes.Where(entry => entry.Id == scene.ClassId).Select(entry => entry.JoinCode!).ToListAsync(Ct),
                .. await db.Users.Where(user => db.Enrolments.Any(entry => entry.UserId == user.Id && entry.ClassId == scene.ClassId))
                    .Select(user => user.DisplayName).ToListAsync(Ct),
            ],
        };
    }

    public string Address(PageRight page) => page.Address?.Invoke(this) ?? string.Join('/', page.Route.Split('/').Select(Part));

    private string Part(string part) => part switch
    {
        "{ClassId:int}" => $"{Base.ClassId}",
        "{StudentId:int}" => $"{Base.StudentId}",
        "{AssignmentId:int}" => $"{Base.AssignmentId}",
        "{QuestionId:int}" => $"{QuestionId}",
        "{QuizId:int}" => $"{QuizId}",
        "{ListId:int}" => $"{ListId}",
        "{Slug}" => ApiRightsScene.Term,
        _ when part.StartsWith('{') => throw new InvalidOperationException($"No value for {part}."),
        _ => part,
    };
}
