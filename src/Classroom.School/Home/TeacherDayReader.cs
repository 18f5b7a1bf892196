using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.Feedback;
using Classroom.School.Progress;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Home;

/// <summary>What needs a teacher today. Eleven queries, however many classes, assignments and students there are.</summary>
public sealed class TeacherDayReader(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar)
{
    /// <summary>
    /// Of the current classes on whose staff the actor is; an assistant is told only of what she may do something about. Nothing for anyone
    /// who teaches no class, admins too.
    /// </summary>
    public async Task<TeacherDay> ReadAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hers = db.Classes.RunBy(actor).Current().Where(c => c.Teachers.Any(t => t.UserId == actor.UserId));
        var managed = db.Classes.ManagedBy(actor);
        // This query alone looks at those who are not enrolled.
        var classes = await hers.IgnoreQueryFilters([Enrolments.OnlyEnrolled])
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.TimeZone,
                IsManaged = managed.Any(mine => mine.Id == c.Id),
                Waiting = c.Enrolments.Count(e => e.State == EnrolmentState.Waiting),
            })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        if (classes.Count == 0)
        {
            return new([], Array.Empty<ComingAssignment>().ToLookup(coming => coming.Assignment.ClassId));
        }

        var given = db.Assignments.Where(a => !a.IsDraft && hers.Any(c => c.Id == a.ClassId));
        var assignments = await given.AsNoTracking().ToListAsync(cancellationToken);
        var requests = await OpenRequestsAsync(db, given, cancellationToken);
        var students = (await db.Enrolments.Where(e => hers.Any(c => c.Id == e.ClassId))
            .Select(e => new { e.ClassId, e.UserId }).ToListAsync(cancellationToken)).ToLookup(e => e.ClassId, e => e.UserId);
        var people = db.Users.Where(user => db.Enrolments.Any(e => e.UserId == user.Id && hers.Any(c => c.Id == e.ClassId)));
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var begun = await BegunWork.ReadAsync(db, given, cancellationToken);
        var notes = await FeedbackDates.ReadAsync(db, hers, cancellationToken);

        List<Todo> todos = [.. classes.Values.Where(c => c.IsManaged && c.Waiting > 0)
            .Select(c => new Todo(TodoKind.LetIn, c.Id, c.Name, Assignment: null, c.Waiting, Of: 0))];
        List<ComingAssignment> coming = [];
        foreach (var assignment in assignments.Select(AssignmentDetails.From))
        {
            var ofClass = classes[assignment.ClassId];
            List<StudentStanding> standings = [.. students[assignment.ClassId]
                .Order().Select(student => Find(student, assignment, records, begun, notes)).OfType<StudentStanding>()];
            if (ofClass.IsManaged && requests.TryGetValue(assignment.Id, out var open))
            {
                todos.Add(new(TodoKind.AnswerRegrade, ofClass.Id, ofClass.Name, assignment, open, standings.Count));
            }

            todos.AddRange(TodoRules.For(assignment, ofClass.Name, standings, ofClass.IsManaged, calendar.In(ofClass.TimeZone)));
            if (assignment.DueUtc >= calendar.NowUtc)
            {
                coming.Add(new(assignment, standings.Count(student => student.IsDone), standings.Count));
            }
        }

        return new(
            [.. todos.OrderBy(todo => todo.Kind).ThenBy(todo => todo.DueUtc ?? todo.Assignment?.DueUtc)
                .ThenBy(todo => todo.ClassName, StringComparer.OrdinalIgnoreCase).ThenBy(todo => todo.Assignment?.Id)],
            coming.OrderBy(one => one.Assignment.DueUtc).ThenBy(one => one.Assignment.Id).ToLookup(one => one.Assignment.ClassId));
    }

    /// <summary>Null where she does not have it or is excused from it.</summary>
    private static StudentStanding? Find(
        int studentId, AssignmentDetails assignment, WorkRecords records, BegunWork begun, FeedbackDates notes)
    {
        var work = records.For(studentId, assignment);
        if (work is { IsGiven: false } or { IsExcused: true })
        {
            return null;
        }

        var isBegun = assignment.HasQuiz
            ? begun.LastUtc(studentId, assignment.Id) is not null
            : assignment.Kind == AssignmentKind.Experiment && records.ExperimentBegunUtc(studentId, assignment.Slug) is not null;
        return new(
            studentId,
            records.Allowances.For(studentId, assignment),
            ProgressCell.StateOf(work, isBegun) != ProgressState.NotBegun,
            work.IsDone,
            work.Counted is null ? null : records.HandedInUtc(studentId, assignment),
            notes.LastUtc(studentId, assignment.Id))
        {
            IsMarked = records.Allowances.Own(studentId, assignment.Id)?.Points is not null,
        };
    }

    /// <summary>By assignment, of students who are still in its class.</summary>
    private static Task<Dictionary<int, int>> OpenRequestsAsync(
        ClassroomDbContext db, IQueryable<Assignment> given, CancellationToken cancellationToken) =>
        db.RegradeRequests.Where(request => request.AnsweredUtc == null)
            .Join(db.Attempts, request => request.AttemptId, attempt => attempt.Id, (_, attempt) => attempt)
            .Join(given, attempt => attempt.AssignmentId, a => a.Id, (attempt, a) => new { attempt.UserId, a.Id, a.ClassId })
            .Where(asked => db.Enrolments.Any(e => e.ClassId == asked.ClassId && e.UserId == asked.UserId))
            .GroupBy(asked => asked.Id)
            .Select(same => new { same.Key, Count = same.Count() })
            .ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
}
