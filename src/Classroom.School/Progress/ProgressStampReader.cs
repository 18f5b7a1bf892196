using Classroom.School.Classes;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Tells whether a class's progress is still what somebody has read, with one query.</summary>
public sealed class ProgressStampReader(IDbContextFactory<ClassroomDbContext> contexts, SchoolCalendar calendar)
{
    /// <summary>Null for anyone but the class's teachers and admins.</summary>
    public async Task<ProgressStamp?> ReadAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = calendar.NowUtc;
        var assignments = db.Assignments.Where(a => a.ClassId == classId);
        var attempts = assignments.SelectMany(a => db.Attempts.Where(attempt => attempt.AssignmentId == a.Id));
        var students = db.Enrolments.Where(e => e.ClassId == classId);
        var trials = students.SelectMany(e => db.ExperimentTrials.Where(trial => trial.UserId == e.UserId));
        var runs = students.SelectMany(e => db.Runs.Where(run => run.OwnerId == e.UserId));
        var notes = db.FeedbackNotes.Where(note => note.ClassId == classId);
        return await db.Classes.RunBy(actor).Where(c => c.Id == classId)
            .Select(c => new ProgressStamp
            {
                Students = students.Count(),
                Assignments = assignments.Count(),
                Changes = assignments.Sum(a => a.Version + (a.IsDraft ? 1 : 0))
                    + db.AssignmentStudents.Where(own => own.Assignment.ClassId == classId).Sum(own => own.Version)
                    + students.SelectMany(e => db.Accommodations.Where(extra => extra.UserId == e.UserId)).Sum(extra => extra.Version + 1),
                Due = assignments.Count(a => a.DueUtc < now),
                Attempts = attempts.Count(),
                HandedIn = attempts.Count(attempt => attempt.SubmittedUtc != null),
                Scores = attempts.Sum(attempt => attempt.Score) ?? 0,
                Readings = students.SelectMany(e => db.Readings.Where(reading => reading.UserId == e.UserId)).Count(),
                Trials = trials.Count(),
                TrialsDone = trials.Count(trial => trial.DoneUtc != null),
                Runs = runs.Count(),
                RunsAtWork = runs.Count(run => RunStates.Unfinished.Contains(run.State)),
                Submissions = assignments.SelectMany(a => db.TaskSubmissions.Where(run => run.AssignmentId == a.Id)).Count(),
                Notes = notes.Count(),
                NotesShown = notes.Count(note => note.WithdrawnUtc == null),
            })
            .SingleOrDefaultAsync(cancellationToken);
    }
}
