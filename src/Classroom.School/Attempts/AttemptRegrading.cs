using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

internal static class AttemptRegrading
{
    /// <summary>
    /// Works out the scores of all attempts at an assignment that are handed in, by its rules as they stand in this transaction. They are
    /// stored with what is saved next.
    /// </summary>
    /// <returns>The attempts, with their answers.</returns>
    public static async Task<IReadOnlyList<Attempt>> RegradeAsync(
        this ClassroomDbContext db, int assignmentId, Quiz? quiz, CancellationToken cancellationToken)
    {
        // Whoever is handing in holds the row of her attempt until it is graded, so this waits for her; whoever comes later waits for us.
        var ofAssignment = db.Attempts.Where(attempt => attempt.AssignmentId == assignmentId);
        await ofAssignment.ExecuteUpdateAsync(
            set => set.SetProperty(attempt => attempt.Place, attempt => attempt.Place), cancellationToken);
        var rules = await RegradeRules.ReadAsync(db, assignmentId, cancellationToken);
        var attempts = await ofAssignment.Include(attempt => attempt.Answers).Where(attempt => attempt.SubmittedUtc != null)
            .OrderBy(attempt => attempt.Id)
            .ToListAsync(cancellationToken);
        foreach (var attempt in attempts)
        {
            attempt.Score = rules.ScoreOf(attempt, quiz);
        }

        return attempts;
    }
}
