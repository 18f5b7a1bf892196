using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Attempts;
using Classroom.School.Questions;

namespace Classroom.School.Tests;

/// <summary>Questions and quizzes that a teacher has brought along.</summary>
internal static class Bank
{
    /// <summary>One of each kind that GIFT can hold.</summary>
    public const string Gift = """
        ::Capital::What is the capital of Norway? {=Oslo ~Bergen#Bergen is the second largest. ~Trondheim}

        Which are prime? {~%50%2 ~%50%3 ~%-50%4#Two times two.}

        // [tag:7b]
        The sun is a star. {T#It is one.####A star like others.}

        // [tag:7b]
        How many legs has a spider? {#8:0 =%0%6#That is an insect.}

        Name the element with the sign O. {=oxygen =Oxygen gas =%0%gold#That is Au.}

        Match them. {=cat -> meows =dog -> barks =cow -> moos}

        Sort by size. {>3 ALL VERTICAL
        ant
        cat
        elephant
        }
        """;

    public static IReadOnlyList<QuestionDraft> Drafts =>
        [.. Read(Gift).Questions.Select(read => new QuestionDraft(read.Question, read.Tags))];

    private static GiftReading Read(string text)
    {
        var reading = GiftReader.Read(text);
        Assert.Empty(reading.Faults);
        return reading;
    }

    public static async Task<IReadOnlyList<int>> ImportAsync(TestSchool school, Actor teacher)
    {
        var imported = await school.Questions.ImportAsync(teacher, Drafts, Ct);
        Assert.True(imported.Succeeded, imported.Refusal?.Message);
        return imported.Value.Ids;
    }

    public static async Task<QuizDetails> AddQuizAsync(
        TestSchool school, Actor teacher, bool allowsPractice = false, params NewQuizPart[] parts)
    {
        var created = await school.OwnQuizzes.CreateAsync(
            teacher, new() { Title = "Friday quiz", AllowsPractice = allowsPractice, Parts = parts }, Ct);
        Assert.True(created.Succeeded, created.Refusal?.Message);
        return created.Value;
    }

    public static async Task<int> AssignAsync(TestSchool school, Actor teacher, int classId, QuizDetails quiz)
    {
        var assigned = await school.Assignments.AssignAsync(
            teacher,
            classId,
            new() { Slug = quiz.Slug, Kind = Assignments.AssignmentKind.Quiz, DueUtc = school.Clock.Now.AddDays(3) },
            Ct);
        Assert.True(assigned.Succeeded, assigned.Refusal?.Message);
        return assigned.Value.Id;
    }

    public static async Task<AttemptView> StartAsync(TestSchool school, Actor student, int assignmentId)
    {
        var begun = await school.AttemptStarter.StartOrResumeAsync(student, assignmentId, Ct);
        Assert.True(begun.Succeeded, begun.Refusal?.Message);
        return begun.Value;
    }

    public static async Task<AttemptView> HandInAsync(
        TestSchool school, Actor student, AttemptView attempt, Func<Question, Response> answer)
    {
        foreach (var question in attempt.Questions.Select(question => question.Planned.Question))
        {
            Assert.Null(await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, answer(question), Ct));
        }

        return (await school.Attempts.SubmitAsync(student, attempt.Id, Ct)).Value!;
    }

    public static string Json(Question question) => QuestionJson.Write(question with { Id = "" });
}
