using Classroom.School.Assignments;

namespace Classroom.School.Progress;

/// <summary>What a teacher sees of her class: one row a student, one cell an assignment, both in their lists' order.</summary>
public sealed record ClassProgress(string ClassName, IReadOnlyList<AssignmentDetails> Assignments, IReadOnlyList<StudentRow> Students)
{
    public bool IsArchived { get; init; }

    /// <summary>Of each assignment the question that most students missed; null where there is none, or too few have handed in.</summary>
    public IReadOnlyList<MissedQuestion?> Missed { get; init; } = [];
}
