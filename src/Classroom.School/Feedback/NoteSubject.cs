using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Feedback;

/// <summary>What a new note is about, once it is found: something that the student did for the class, or in a run of her own.</summary>
/// <param name="Assignment">With its class; null for a run that no assignment of the class asked for.</param>
/// <param name="Faults">What is wrong with how the note names it.</param>
internal sealed record NoteSubject(Assignment? Assignment, IReadOnlyList<Fault> Faults)
{
    /// <summary>Null where there is no such thing, or it does not belong to this student and class.</summary>
    public static async Task<NoteSubject?> FindAsync(ClassroomDbContext db, NewNote wanted, CancellationToken cancellationToken)
    {
        var ofClass = db.Assignments.Include(a => a.Class).Where(a => a.ClassId == wanted.ClassId && !a.IsDraft);
        if (wanted.RunId is { } runId)
        {
            return wanted.AttemptId is null && wanted.QuestionId is null
                ? await OfRunAsync(db, ofClass, wanted, runId, cancellationToken)
                : null;
        }

        if (wanted.AttemptId is { } attemptId)
        {
            // Its answers are the student's own until she hands in.
            var answered = db.Attempts.Where(attempt => attempt.Id == attemptId && attempt.UserId == wanted.StudentId
                && attempt.SubmittedUtc != null && attempt.Answers.Any(answer => answer.QuestionId == wanted.QuestionId));
            return await ofClass
                .Where(a => answered.Any(attempt => attempt.AssignmentId == a.Id) && (wanted.AssignmentId ?? a.Id) == a.Id)
                .SingleOrDefaultAsync(cancellationToken) is { } found
                ? new(found, StepWithoutRun(wanted))
                : null;
        }

        return wanted is { AssignmentId: { } id, QuestionId: null }
            && await ofClass.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } whole
            ? new(whole, StepWithoutRun(wanted))
            : null;
    }

    private static async Task<NoteSubject?> OfRunAsync(
        ClassroomDbContext db, IQueryable<Assignment> ofClass, NewNote wanted, Guid runId, CancellationToken cancellationToken)
    {
        var run = await db.Runs.Where(run => run.Id == runId && run.OwnerId == wanted.StudentId)
            .Select(run => new { run.Slug, run.Steps })
            .SingleOrDefaultAsync(cancellationToken);
        if (run is null)
        {
            return null;
        }

        // From a run's own page nobody says for what it was: then it is the class's latest assignment of its experiment.
        var assignment = await ofClass
            .Where(a => a.Slug == run.Slug
                && (wanted.AssignmentId == null ? a.Kind == AssignmentKind.Experiment : a.Id == wanted.AssignmentId))
            .OrderByDescending(a => a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return wanted.AssignmentId is not null && assignment is null ? null
            : new(assignment, wanted.Step is { } step && (step < 0 || step > run.Steps)
                ? [new("step", $"The run has steps 0 to {run.Steps:N0}. Give one of them, or nothing for the run as a whole.")]
                : []);
    }

    private static IReadOnlyList<Fault> StepWithoutRun(NewNote wanted) =>
        wanted.Step is null ? [] : [new("step", "Only a note about a run is pinned to a step. Leave the step empty.")];
}
