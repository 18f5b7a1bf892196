using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.Experiments;
using Classroom.School.Feedback;
using Classroom.School.People;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>How far people have come. A class costs twelve queries, however many students and assignments there are.</summary>
public sealed class ProgressService(
    IDbContextFactory<ClassroomDbContext> contexts,
    Curriculum.Curriculum curriculum,
    QuizSource source,
    ExperimentStore experiments,
    SchoolCalendar calendar)
{
    /// <summary>Null for anyone but the class's teachers and admins.</summary>
    public async Task<ClassProgress?> ClassProgressAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Classes.RunBy(actor)
            .Where(c => c.Id == classId)
            .Select(c => new
            {
                c.Name,
                IsArchived = c.ArchivedUtc != null,
                Assignments = db.Assignments.Where(a => a.ClassId == c.Id && !a.IsDraft).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var people = db.Users.Where(user => db.Enrolments.Any(e => e.ClassId == classId && e.UserId == user.Id));
        var students = await people
            .Select(user => new Person(user.Id, user.UserName!, user.DisplayName, user.Role))
            .ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, people, calendar, cancellationToken);
        var runs = await RunCounts.ReadAsync(db, people, cancellationToken);
        var begun = await BegunWork.ReadAsync(db, db.Assignments.Where(a => a.ClassId == classId), cancellationToken);
        var notes = await FeedbackDates.ReadAsync(db, db.Classes.Where(c => c.Id == classId), cancellationToken);
        var missed = await MissedQuestionReader.ReadAsync(db, source, classId, cancellationToken);
        var assignments = found.Assignments.Select(AssignmentDetails.From).InOrder();

        ProgressCell Cell(Person student, AssignmentDetails assignment)
        {
            var (count, last) = runs.Count(student.Id, assignment.Slug);
            var work = records.For(student.Id, assignment);
            var begunUtc = assignment.HasQuiz ? begun.LastUtc(student.Id, assignment.Id)
                : assignment.Kind == AssignmentKind.Experiment ? records.ExperimentBegunUtc(student.Id, assignment.Slug)
                : null;
            return new ProgressCell(work, count, last)
            {
                State = ProgressCell.StateOf(work, begunUtc is not null),
                IsOverdue = work is { IsGiven: true, IsExcused: false, Counted: null }
                    && records.Allowances.For(student.Id, assignment).DueUtc < calendar.NowUtc,
                HasEmptyAttempt = work.Counted is null && begun.HasEmpty(student.Id, assignment.Id),
                Feedback = FeedbackStates.Of(records.HandedInUtc(student.Id, assignment), begunUtc, notes.LastUtc(student.Id, assignment.Id)),
            };
        }

        return new ClassProgress(
            found.Name,
            assignments,
            [
                .. students
                    .OrderBy(student => student.DisplayName, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(student => student.Id)
                    .Select(student =>
                    {
                        var (count, last) = runs.Count(student.Id);
                        return new StudentRow(student, [.. assignments.Select(assignment => Cell(student, assignment))], count, last);
                    }),
            ])
        {
            IsArchived = found.IsArchived,
            Missed = [.. assignments.Select(assignment => missed.GetValueOrDefault(assignment.Id))],
        };
    }

    /// <summary>Whether <see cref="ClassProgressAsync"/> would answer; asked again while a page stays open.</summary>
    public async Task<bool> MaySeeClassAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken);
    }

    /// <summary>Everything assigned to the actor as a student, in their order, done or not.</summary>
    public async Task<IReadOnlyList<DueAssignment>> AssignedAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var assigned = await db.Assignments.AsNoTracking().GivenTo(actor.UserId).ToListAsync(cancellationToken);
        var records = await WorkRecords.ReadAsync(db, db.Users.Where(user => user.Id == actor.UserId), calendar, cancellationToken);
        var releases = await Releases.ReadAsync(db, actor.UserId, calendar, cancellationToken);
        var given = assigned.ConvertAll(AssignmentDetails.From);
        var begun = await BegunAssignments.ReadAsync(db, given, [actor.UserId], cancellationToken);
        var locks = new UnmetPrerequisites(curriculum, records, begun, calendar.NowUtc);
        return assigned.Zip(given, Due).InOrder(due => due.Assignment);

        DueAssignment Due(Assignment assignment, AssignmentDetails ofClass) => new(
            ofClass.For(records.Allowances.For(actor.UserId, ofClass)),
            assignment.Class.Name,
            records.For(actor.UserId, ofClass) with { ScoreHold = releases.Scores(assignment.Id) })
        {
            IsMarked = assignment.PostedUtc is not null && records.Allowances.Own(actor.UserId, assignment.Id)?.Points is not null,
            Unmet = locks.Find(actor.UserId, ofClass, given),
        };
    }

    /// <summary>Which of these the actor has begun: an open attempt, a lesson that is read, an experiment whose end is predicted.</summary>
    /// <remarks>A task is handed in at once.</remarks>
    public async Task<IReadOnlySet<int>> BegunAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Assignments.GivenTo(actor.UserId)
            .Where(a => a.Kind == AssignmentKind.Experiment
                ? db.ExperimentTrials.Any(trial => trial.UserId == actor.UserId && trial.Slug == a.Slug)
                : db.Attempts.Any(attempt => attempt.UserId == actor.UserId && attempt.AssignmentId == a.Id && attempt.SubmittedUtc == null)
                    || (a.Kind == AssignmentKind.Lesson
                        && db.Readings.Any(reading => reading.UserId == actor.UserId && reading.Slug == a.Slug)))
            .Select(a => a.Id)
            .ToHashSetAsync(cancellationToken);
    }

    /// <summary>The actor's own progress, one entry for each term in the curriculum's order.</summary>
    public async Task<IReadOnlyList<TermProgress>> StudentProgressAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var releases = await Releases.ReadAsync(db, actor.UserId, calendar, cancellationToken);
        return await TermsAsync(db, actor.UserId, assignmentId => releases.Scores(assignmentId) is null, cancellationToken);
    }

    /// <summary>For the class's teachers and admins; null for anyone else, and for a student who is not in the class.</summary>
    public async Task<StudentProgress?> StudentOfClassAsync(
        Actor actor, int classId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Classes.RunBy(actor)
            .Where(c => c.Id == classId)
            .SelectMany(c => c.Enrolments)
            .Where(e => e.UserId == studentId)
            .Select(
                e => new { Student = new Person(e.UserId, e.User.UserName!, e.User.DisplayName, e.User.Role), ClassName = e.Class.Name })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        // What she did for another class is for that class's teachers.
        var hers = await db.Assignments.RunBy(db, actor).Select(a => a.Id).ToHashSetAsync(cancellationToken);
        return new StudentProgress(
            found.Student,
            found.ClassName,
            await TermsAsync(db, studentId, assignmentId => assignmentId is not { } id || hers.Contains(id), cancellationToken),
            await experiments.ListForStudentAsync(actor, studentId, cancellationToken))
        {
            IsEditable = await db.Classes.ManagedBy(actor).Current().AnyAsync(c => c.Id == classId, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<TermProgress>> TermsAsync(
        ClassroomDbContext db, int userId, Func<int?, bool> isSeen, CancellationToken cancellationToken)
    {
        var me = db.Users.Where(user => user.Id == userId);
        var records = await WorkRecords.ReadAsync(db, me, calendar, cancellationToken);
        var runs = await RunCounts.ReadAsync(db, me, cancellationToken);
        var practice = await db.Attempts
            .Where(attempt => attempt.UserId == userId && attempt.Mode == AttemptMode.Practice)
            .ThatCount()
            .GroupBy(attempt => attempt.Slug)
            .Select(group => new { Slug = group.Key, Best = group.Max(attempt => attempt.Score) })
            .ToDictionaryAsync(best => best.Slug, best => best.Best, cancellationToken);
        return
        [
            .. curriculum.Terms.Select(term =>
            {
                var (count, last) = runs.Count(userId, term.Slug);
                var readUtc = records.ReadUtc(userId, term.Slug);
                var best = records.Scores.Best(userId, term.Slug, isSeen);
                var bestPractice = practice.GetValueOrDefault(term.Slug);
                var doneUtc = records.ExperimentDoneUtc(userId, term.Slug);
                var state = Mastery.Assess(readUtc is not null, bestPractice is not null, best, term.HasExperiment, doneUtc is not null);
                return new TermProgress(term.Slug, state, readUtc, best, bestPractice, count, last, doneUtc);
            }),
        ];
    }
}
