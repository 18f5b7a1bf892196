namespace Classroom.School.Assignments;

/// <summary>What must follow, in the same transaction, where the time that somebody has for an assignment changes.</summary>
public interface IDeadlines
{
    /// <param name="db">The context of the transaction; the change is saved already.</param>
    /// <param name="assignmentId">Whose time changed; null for all assignments.</param>
    /// <param name="userId">For whom; null for everybody.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    Task FollowAsync(ClassroomDbContext db, int? assignmentId, int? userId, CancellationToken cancellationToken);
}
