using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>What a student may not see yet of the graded quizzes that she has handed in.</summary>
internal sealed class Releases
{
    private readonly IReadOnlyList<(AssignmentDetails Assignment, DateTime DueUtc)> given;
    private readonly DateTime now;

    private Releases(IReadOnlyList<(AssignmentDetails, DateTime)> given, DateTime now) => (this.given, this.now) = (given, now);

    public static async Task<Releases> ReadAsync(
        ClassroomDbContext db, int studentId, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var assigned = await db.Assignments.AsNoTracking().GivenTo(studentId).WithQuiz()
            .ToListAsync(cancellationToken);
        if (assigned.Count == 0)
        {
            return new Releases([], calendar.NowUtc);
        }

        var allowances = await Allowances.ReadAsync(db, db.Users.Where(user => user.Id == studentId), calendar, cancellationToken);
        return new Releases(
            [.. from a in assigned
                let details = AssignmentDetails.From(a)
                select (details, allowances.For(studentId, details).DueUtc)],
            calendar.NowUtc);
    }

    /// <summary>Of what an attempt scored, and which of its answers were right; null where it may be seen.</summary>
    public Hold? Scores(int? assignmentId) => assignmentId is null
        ? null
        : given.Where(a => a.Assignment.Id == assignmentId).Select(a => HoldOf(a, a.Assignment.ScoresFrom)).SingleOrDefault();

    /// <summary>When an assignment is due for the student; null where she does not have it.</summary>
    public DateTime? DueUtc(int? assignmentId) =>
        given.Where(a => a.Assignment.Id == assignmentId).Select(a => (DateTime?)a.DueUtc).SingleOrDefault();

    /// <summary>
    /// Of the right answers; null where they may be seen. As long as another attempt at the same quiz can still count for an assignment
    /// of the student, the answers are held for that one too.
    /// </summary>
    public Hold? Answers(string slug, int? assignmentId)
    {
        var hold = Scores(assignmentId);
        foreach (var a in given.Where(a => a.Assignment.Slug == slug && a.Assignment.AnswersFrom != Release.AtOnce))
        {
            var ofThis = a.Assignment.Id == assignmentId ? HoldOf(a, a.Assignment.AnswersFrom) : HoldOf(a, Release.AfterDue);
            hold = Hold.Longer(hold, ofThis);
        }

        return hold;
    }

    /// <summary>Assignments whose right answers come later, by date or by posting.</summary>
    public IEnumerable<int> WithAnswersToCome() =>
        given.Where(a => HoldOf(a, a.Assignment.AnswersFrom) is { UntilUtc: not null } or { UntilPosted: true })
            .Select(a => a.Assignment.Id);

    private Hold? HoldOf((AssignmentDetails Assignment, DateTime DueUtc) a, Release from) => from switch
    {
        Release.AfterDue when a.DueUtc >= now => new Hold(a.DueUtc, UntilPosted: false) { TimeZone = a.Assignment.TimeZone },
        Release.WhenPosted when a.Assignment.PostedUtc is null => new Hold(null, UntilPosted: true),
        Release.Never => new Hold(null, UntilPosted: false),
        _ => null,
    };
}
