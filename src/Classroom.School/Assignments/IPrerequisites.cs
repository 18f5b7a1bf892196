namespace Classroom.School.Assignments;

/// <summary>Tells which assignments are still locked. What students have done is known further up than where they begin.</summary>
public interface IPrerequisites
{
    /// <summary>Those of a student's assignments that she cannot begin yet, each with what she has to do first.</summary>
    /// <param name="db">The context of the transaction that begins the work, or of one who looks.</param>
    /// <param name="studentId">Whose assignments they are.</param>
    /// <param name="of">Given to her.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<IReadOnlyDictionary<int, UnmetPrerequisite>> FindUnmetAsync(
        ClassroomDbContext db, int studentId, IReadOnlyList<AssignmentDetails> of, CancellationToken cancellationToken);
}
