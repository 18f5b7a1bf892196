using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Attempts;

/// <summary>What students answered in an assignment, question by question, for the staff of its class.</summary>
public sealed class AttemptStories(IDbContextFactory<ClassroomDbContext> contexts, AttemptReader reader)
{
    /// <summary>
    /// A student's handed-in attempts at an assignment with all answers, the newest first; none where the actor may not see them. What an
    /// open one holds is the student's own until she hands it in.
    /// </summary>
    public async Task<IReadOnlyList<AttemptView>> ListAsync(
        Actor actor, int assignmentId, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var attempts = await db.Attempts.AsNoTracking().VisibleTo(db, actor).Include(attempt => attempt.Answers)
            .Where(attempt => attempt.AssignmentId == assignmentId && attempt.UserId == studentId && attempt.SubmittedUtc != null
                && studentId != actor.UserId)
            .OrderByDescending(attempt => attempt.Id)
            .ToListAsync(cancellationToken);
        var stories = new List<AttemptView>();
        foreach (var attempt in attempts)
        {
            stories.Add(await reader.ToViewAsync(db, attempt, cancellationToken));
        }

        return stories;
    }

    /// <summary>Who was asked a question in a handed-in attempt at this assignment; nobody where the actor may not see it.</summary>
    public async Task<IReadOnlySet<int>> AskedAsync(
        Actor actor, int assignmentId, string questionId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.VisibleTo(db, actor)
            .Where(attempt => attempt.AssignmentId == assignmentId && attempt.SubmittedUtc != null
                && attempt.Answers.Any(answer => answer.QuestionId == questionId))
            .Select(attempt => attempt.UserId)
            .ToHashSetAsync(cancellationToken);
    }
}
