using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.ItemAnalysis;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Regrades;

/// <summary>What of an assignment is regraded, and what could be. For the class's staff and admins.</summary>
public sealed class RegradeReader(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, QuizSource source)
{
    // Of one question: more would not be read.
    private const int MostAnswers = 12;

    /// <summary>Newest first, undone ones too; null for anyone but the class's staff and admins.</summary>
    public async Task<IReadOnlyList<RegradeDetails>?> ListAsync(
        Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignment = await db.Assignments.RunBy(db, actor).AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken);
        if (assignment is null)
        {
            return null;
        }

        var quiz = await db.ReadQuizAsync(assignment, curriculum, source, cancellationToken);
        var found = await db.QuestionRegrades.AsNoTracking().Where(regrade => regrade.AssignmentId == assignmentId)
            .OrderByDescending(regrade => regrade.Id)
            .Select(regrade => new
            {
                Regrade = regrade,
                By = db.Users.Where(user => user.Id == regrade.ById).Select(user => user.DisplayName).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return found.ConvertAll(one => new RegradeDetails(
            one.Regrade.Id,
            one.Regrade.QuestionId,
            quiz?.Find(one.Regrade.QuestionId),
            ResponseJson.Read(one.Regrade.AcceptedJson),
            one.By,
            one.Regrade.WhenUtc,
            one.Regrade.UndoneUtc));
    }

    /// <summary>What an accepted answer is read by; null where the assignment has no quiz, and for anyone but the class's staff and admins.</summary>
    public async Task<Quiz?> ReadQuizAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignment = await db.Assignments.RunBy(db, actor).AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken);
        return assignment is null ? null : await db.ReadQuizAsync(assignment, curriculum, source, cancellationToken);
    }

    /// <summary>The assignment that a regrade is of; null for anyone but the class's staff and admins.</summary>
    public async Task<int?> FindAssignmentAsync(Actor actor, int regradeId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var seen = db.Assignments.RunBy(db, actor);
        return await db.QuestionRegrades.Where(regrade => regrade.Id == regradeId && seen.Any(a => a.Id == regrade.AssignmentId))
            .Select(regrade => (int?)regrade.AssignmentId)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The questions of its quiz, as the bank orders them; null for anyone but the class's staff and admins.</summary>
    public async Task<IReadOnlyList<RegradableQuestion>?> QuestionsAsync(
        Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assignment = await db.Assignments.RunBy(db, actor).AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken);
        if (assignment is null)
        {
            return null;
        }

        var quiz = await db.ReadQuizAsync(assignment, curriculum, source, cancellationToken);
        var answers = await db.Attempts
            .Where(attempt => attempt.AssignmentId == assignmentId && attempt.Mode == AttemptMode.Graded
                && db.Enrolments.Any(e => e.ClassId == assignment.ClassId && e.UserId == attempt.UserId))
            .ThatCount()
            .SelectMany(attempt => attempt.Answers)
            .Where(answer => answer.Score != null)
            .Select(answer => new { answer.QuestionId, answer.ResponseJson, Score = answer.Score!.Value })
            .ToListAsync(cancellationToken);
        var given = answers.ToLookup(answer => answer.QuestionId);
        return
        [
            .. from question in quiz?.Questions ?? []
               let own = given[question.Id].ToList()
               where own.Count > 0
               let missed = own.Where(answer => answer.Score < 1).Select(answer => ResponseJson.Read(answer.ResponseJson))
               select new RegradableQuestion(question, own.Count, own.Average(answer => answer.Score), Count(question, missed)),
        ];
    }

    private static IReadOnlyList<MissedAnswer> Count(Question question, IEnumerable<Response?> missed) =>
    [
        .. missed.OfType<Response>()
            .Where(response => !GivenAnswers.IsBlank(response) && OtherKey.Fault(question, response) is null)
            .GroupBy(Key, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Take(MostAnswers)
            .Select(same => new MissedAnswer(same.First(), same.Count())),
    ];

    // What is picked together counts the same in any order, and what is typed in any case.
    private static string Key(Response response) => response switch
    {
        SeveralAnswersResponse several => string.Join(',', several.Choices.Distinct().Order()),
        NumberResponse number => Tidy(number.Text),
        ShortAnswerResponse typed => Tidy(typed.Text),
        _ => ResponseJson.Write(response),
    };

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
