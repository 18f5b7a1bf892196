using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.Feedback;
using Classroom.School.Progress;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Home;

/// <summary>What needs a teacher today. Ten queries, however many classes, assignments and students there are.</summary>
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
        // This query alone looks also at those who are not enrolled.
        var classes = await hers.IgnoreQueryFilters([Enrolments.OnlyEnrolled])
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.JoinCode,
                c.Version,
                c.TimeZone,
                IsManaged = managed.Any(mine => mine.Id == c.Id),
                People = c.Enrolments.Where(e => e.State != EnrolmentState.Removed).Select(e => new { e.UserId, e.State }).ToList(),
            })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        if (classes.Count == 0)
        {
            return new([], [], Array.Empty<ComingAssignment>().ToLookup(coming => coming.Assignment.ClassId));
        }

        var ofHers = db.Assignments.Where(a => !a.IsDraft && hers.Any(c => c.Id == a.ClassId));
        var assignments = await ofHers
            .Select(a => new
            {
                Assignment = a,
                // Of students who are still in the class.
                Requests = db.RegradeRequests.Count(request => request.AnsweredUtc == null && db.Attempts.Any(attempt =>
                    attempt.Id == request.AttemptId && attempt.AssignmentId == a.Id
                    && db.Enrolments.Any(e => e.ClassId == a.ClassId && e.UserId == attempt.UserId))),
            })
            .AsNoTracking().ToListAsync(cancellationToken);
        var people = db.Users.Where(user => db.Enrolments.Any(e => e.UserId == user.Id && hers.Any(c => c.Id == e.ClassId)));
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var begun = await BegunWork.ReadAsync(db, ofHers, cancellationToken);
        var notes = await FeedbackDates.ReadAsync(db, hers, cancellationToken);

        var students = classes.Values.ToDictionary(
            c => c.Id, c => c.People.Where(one => one.State == EnrolmentState.Enrolled).Select(one => one.UserId).Order().ToList());
        List<Todo> todos = [.. from c in classes.Values
                               let waiting = c.People.Count(one => one.State == EnrolmentState.Waiting)
                               where c.IsManaged && waiting > 0
                               select new Todo(TodoKind.LetIn, c.Id, c.Name, Assignment: null, waiting, Of: 0)];
        List<ComingAssignment> coming = [];
        foreach (var given in assignments)
        {
            var (assignment, ofClass) = (AssignmentDetails.From(given.Assignment), classes[given.Assignment.ClassId]);
            List<StudentStanding> standings = [.. students[ofClass.Id]
                .Select(student => Find(student, assignment, records, begun, notes)).OfType<StudentStanding>()];
            if (ofClass.IsManaged && given.Requests > 0)
            {
                todos.Add(new(TodoKind.AnswerRegrade, ofClass.Id, ofClass.Name, assignment, given.Requests, standings.Count));
            }

            todos.AddRange(TodoRules.For(assignment, ofClass.Name, standings, ofClass.IsManaged, calendar.In(ofClass.TimeZone)));
            if (assignment.DueUtc >= calendar.NowUtc)
            {
                coming.Add(new(assignment, standings.Count(student => student.IsDone), standings.Count));
            }
        }

        return new(
            [.. from c in classes.Values
                orderby c.Name.ToUpperInvariant(), c.Id
                select new ClassSummary(c.Id, c.Name, c.JoinCode, students[c.Id].Count, c.Version) { IsManaged = c.IsManaged }],
            [.. todos.OrderBy(todo => todo.Kind).ThenBy(DaysFromNow)
                .ThenBy(todo => todo.ClassName, StringComparer.OrdinalIgnoreCase).ThenBy(todo => todo.Assignment?.Id)],
            coming.OrderBy(one => one.Assignment.DueUtc).ThenBy(one => one.Assignment.Id).ToLookup(one => one.Assignment.ClassId));
    }

    // What was due yesterday can still be helped more than what was due last month.
    private double DaysFromNow(Todo todo) => todo.DueUtc is { } due ? Math.Abs((due - calendar.NowUtc).TotalDays) : 0;

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
}
