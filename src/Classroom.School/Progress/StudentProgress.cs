using Classroom.School.Experiments;
using Classroom.School.People;

namespace Classroom.School.Progress;

/// <summary>One student of a class, as her teacher sees her: one entry for each term in the curriculum's order.</summary>
/// <param name="Experiments">Those that she has begun, in the same order.</param>
public sealed record StudentProgress(
    Person Student, string ClassName, IReadOnlyList<TermProgress> Terms, IReadOnlyList<StudentTrial> Experiments)
{
    /// <summary>The reader may change what the student is given in this class.</summary>
    public bool IsEditable { get; init; }
}
