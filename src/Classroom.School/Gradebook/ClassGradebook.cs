using Classroom.School.Assignments;

namespace Classroom.School.Gradebook;

/// <summary>The marks of a class, as its teachers see them.</summary>
/// <param name="Assignments">In their order, without drafts.</param>
public sealed record ClassGradebook(
    int ClassId,
    string ClassName,
    IReadOnlyList<CategoryDetails> Categories,
    IReadOnlyList<AssignmentDetails> Assignments,
    IReadOnlyList<GradebookRow> Students)
{
    public bool IsArchived { get; init; }

    /// <summary>The reader may change marks, and post them.</summary>
    public bool IsEditable { get; init; }

    /// <summary>0 to 1: the mean of what students have in an assignment, missing as zero; null where nothing counts yet.</summary>
    public double? Mean(int assignment) => Students
        .Select(row => row.Marks[assignment])
        .Where(mark => mark is { Counts: true, Possible: > 0 })
        .Average(mark => (mark.Points ?? 0) / mark.Possible as double?);
}
