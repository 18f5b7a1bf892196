using System.Globalization;
using System.Reflection;
using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.School.PictureSignIn;
using Classroom.School.Questions;
using Classroom.School.Runs;
using Classroom.School.SignInCards;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests.Rights;

/// <summary>A class with a student's work in it, people of every kind, and arguments for any call about them.</summary>
internal sealed class RightsScene
{
    private const string Secret = "Zebrafish";
    private readonly TestSchool school;
    private readonly Samples samples;
    private int classId;
    private int assignmentId;
    private int attemptId;
    private int regradeId;
    private int noteId;
    private int cardId;
    private int ownQuestionId;
    private int ownQuizId;
    private int tokenId;
    private int listId;
    private int pictureId;
    private Guid runId;

    private RightsScene(TestSchool school) => (this.school, samples) = (school, new(this));

    /// <summary>Whose work it is.</summary>
    public Actor Maria { get; private set; }

    public Actor Classmate { get; private set; }

    public Actor Teacher { get; private set; }

    public Actor Assistant { get; private set; }

    public Actor Admin { get; private set; }

    /// <summary>A student of another class, one who waits to be let in, and a teacher of another class.</summary>
    public IReadOnlyList<(string Who, Actor Actor)> Outsiders { get; private set; } = [];

    public string Term => school.Term.Slug;

    /// <summary>Nobody outside may read any of these, and a classmate none of Maria's.</summary>
    public static IReadOnlyList<string> SecretsOfMaria { get; } = ["Maria " + Secret, Secret + " comment", Secret + " reason", Secret + " run",
        Secret + " note", Secret + " request"];

    public static IReadOnlyList<string> SecretsOfTheClass { get; } =
        [.. SecretsOfMaria, Secret + " class", Secret + " assignment", Secret + " quiz", Secret + " list",
            Secret + " token"];

    public static async Task<RightsScene> NewAsync(TestSchool school)
    {
        var scene = new RightsScene(school)
        {
            Maria = await school.AddAsync(Role.Student, SecretsOfMaria[0]),
            Classmate = await school.AddAsync(Role.Student, "Noah"),
            Teacher = await school.AddAsync(Role.Teacher),
            Assistant = await school.AddAsync(Role.Teacher),
            Admin = await school.AddAsync(Role.Admin),
        };
        var (student, waiting, teacher) = (
            await school.AddAsync(Role.Student), await school.AddAsync(Role.Student), await school.AddAsync(Role.Teacher));
        await school.AddClassAsync(teacher, student);
        scene.Outsiders =
        [
            ("a student of another class", student), ("a student who waits", waiting), ("a teacher of another class", teacher),
        ];
        await scene.FillAsync(waiting);
        return scene;
    }

    public object? Argument(Operation operation, ParameterInfo parameter, Actor actor) =>
        samples.Make(operation, parameter.ParameterType, parameter.Name!, actor);

    /// <summary>What a number is that a call names something by; null where the name says nothing about it.</summary>
    public int? Number(string name, Actor actor) => name switch
    {
        "classId" or "fromClassId" => classId,
        "toClassId" => school.OpenContext().Classes.Where(c => c.Id != classId).Min(c => c.Id),
        "assignmentId" => assignmentId,
        "attemptId" => attemptId,
        "regradeId" => regradeId,
        "noteId" => noteId,
        "questionId" => ownQuestionId,
        "quizId" => ownQuizId,
        "tokenId" => tokenId,
        "listId" => listId,
        "pictureId" => pictureId,
        "studentId" or "userId" => Maria.UserId,
        "teacherId" => actor.Role == Role.Teacher ? actor.UserId : Assistant.UserId,
        _ => null,
    };

    public Guid RunId => runId;

    public int TaskId { get; private set; }

    public int CardId => cardId;

    public Guid TrialId { get; private set; }

    public string QuestionId => Question.Question.Id;

    public PlannedQuestion Question { get; private set; } = null!;

    public int MariaId => Maria.UserId;

    public static bool IsOf(Actor actor, Dictionary<string, string> row) =>
        new[] { "UserId", "StudentId", "OwnerId", "AuthorId" }.Any(column => row.GetValueOrDefault(column) == Text(actor.UserId));

    public bool IsOfTheClass(string table, Dictionary<string, string> row) =>
        row.GetValueOrDefault("ClassId") == Text(classId)
        || row.GetValueOrDefault("AssignmentId") is { } assignment && (assignment == Text(assignmentId) || assignment == Text(TaskId))
        || row.GetValueOrDefault("AttemptId") == Text(attemptId)
        || Guid.TryParse(row.GetValueOrDefault("RunId"), out var run) && run == runId
        || IsOf(Maria, row)
        || row.GetValueOrDefault("AuthorId") == Text(Teacher.UserId)
        || (row.GetValueOrDefault("Id") is { } id && table switch
        {
            "Classes" => id == Text(classId),
            "Assignments" => id == Text(assignmentId) || id == Text(TaskId),
            "Attempts" => id == Text(attemptId),
            "AspNetUsers" or "Users" => id == Text(Maria.UserId),
            _ => false,
        });

    private async Task FillAsync(Actor waiting)
    {
        classId = await school.AddClassAsync(Teacher, Maria, Classmate);
        var details = (await school.Classes.GetAsync(Teacher, classId, Running.Ct))!;
        Assert.Null(await school.ClassSettings.ChangeAsync(
            Teacher, classId, details.Settings with { Name = Secret + " class" }, details.Version, Running.Ct));
        Assert.Null(await school.ClassTeachers.AddAsync(Admin, classId, Assistant.UserId, Running.Ct));
        Assert.Null(await school.ClassTeachers.ChangeRoleAsync(Admin, classId, Assistant.UserId, ClassRole.Assistant, Running.Ct));
        Assert.True((await school.Joins.JoinAsync(waiting, details.JoinCode, Running.Ct)).Value!.IsWaiting);
        assignmentId = (await AssignmentEditingTests.AssignAsync(
            school, Teacher, classId, new NewAssignment { Slug = "", DueUtc = null, Title = Secret + " assignment", AnswersFrom = Release.AtOnce })).Id;
        Assert.Null(await school.AssignmentStudents.SetAsync(
            Teacher,
            assignmentId,
            Maria.UserId,
            new StudentSettings { Comment = SecretsOfMaria[1], Points = 3, Reason = SecretsOfMaria[2] },
            0,
            Running.Ct));
        await school.Accommodations.SetAsync(Teacher, Maria.UserId, new AccommodationSettings(ExtraDays: 1), Running.Ct);
        var attempt = await Quiz.StartAsync(school, Maria);
        attemptId = attempt.Id;
        Question = attempt.Questions[0].Planned;
        await Quiz.AnswerAsync(school, Maria, attempt, 2);
        await school.Attempts.SubmitAsync(Maria, attempt.Id, Running.Ct);
        Assert.Null(await school.RegradeRequests.AskAsync(Maria, attemptId, QuestionId, Secret + " request", Running.Ct));
        regradeId = (await school.Regrades.ApplyAsync(
            Teacher, assignmentId, new(attempt.Questions[1].Planned.Question.Id, Drop: true, Accept: null), Running.Ct)).Value!.Id;
        Assert.Null(await school.Services.GetRequiredService<PictureSettingService>()
            .SetModeAsync(Teacher, classId, PictureMode.One, Running.Ct));
        Assert.Null(await school.Services.GetRequiredService<PictureSecretService>().GiveAsync(Teacher, classId, MariaId, Running.Ct));
        Assert.Null(await school.Passwords.ResetToCardAsync(Teacher, classId, Maria.UserId, Running.Ct));
        cardId = Assert.Single((await school.Services.GetRequiredService<SignInCardService>().ReadAsync(Teacher, classId, cancellationToken: Running.Ct))!.Cards).Id;
        pictureId = (await school.Services.GetRequiredService<QuestionPictureStore>()
            .AddAsync(Teacher, new NewPicture([1, 2, 3], 2, 2), Running.Ct)).Value!.Id;
        tokenId = (await AccessTokenTests.MakeAsync(school, Teacher, Secret + " token")).Token.Id;
        noteId = (await school.Feedback.WriteAsync(
            Teacher,
            new()
            {
                ClassId = classId,
                StudentId = Maria.UserId,
                AssignmentId = assignmentId,
                Text = Secret + " note",
            },
            Running.Ct)).Value!.Id;
        TaskId = (await school.Assignments.AssignAsync(
            Teacher,
            classId,
            new NewAssignment
            {
                Slug = "",
                Kind = AssignmentKind.Task,
                Title = Secret + " assignment",
                Goal = TaskGoal.BeatClass,
                DueUtc = school.Clock.Now.AddDays(3),
            },
            Running.Ct)).Value!.Id;
        listId = (await school.AssignmentLists.CreateAsync(
            Teacher, classId, new(Secret + " list", IsSequential: false, [assignmentId]), Running.Ct)).Value!.Id;
        var asked = school.Curriculum.Find(Term)!.Quiz!.Questions[0].Id;
        ownQuestionId = (await school.Questions.CopyOfTermAsync(Teacher, QuestionKey.OfTerm(Term, asked), Running.Ct)).Value!.Id;
        ownQuizId = (await school.OwnQuizzes.CreateAsync(
            Teacher, new() { Title = Secret + " quiz", Parts = [new(ownQuestionId)] }, Running.Ct)).Value!.Id;
        TrialId = (await school.Experiments.PredictAsync(
            Maria, school.Curriculum.Terms.First(term => term.HasExperiment).Slug, "more", null, Running.Ct)).Value!.Id;
        runId = (await school.RunCreator.CreateAsync(
            Maria,
            new NewRun { Title = SecretsOfMaria[3], ConfigJson = "{}", DataSetId = "digits", Steps = 1, Epochs = 1 },
            Running.Ct)).Value!.Id;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
