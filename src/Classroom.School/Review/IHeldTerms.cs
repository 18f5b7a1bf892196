namespace Classroom.School.Review;

/// <summary>Terms that are not reviewed yet, because a review would tell right answers that are still held back.</summary>
public interface IHeldTerms
{
    Task<IReadOnlyCollection<string>> ListAsync(ClassroomDbContext db, int studentId, CancellationToken cancellationToken);
}
