namespace Classroom.School.Assignments;

/// <summary>What keeps an assignment locked for a student.</summary>
/// <param name="AssignmentId">The assignment to do first.</param>
/// <param name="Name">Its title, or its term's name.</param>
/// <param name="Percent">The score to reach in it; null where doing it is enough.</param>
public sealed record UnmetPrerequisite(int AssignmentId, string Name, int? Percent)
{
    /// <summary>It takes nothing more from her.</summary>
    public bool IsOver { get; init; }

    /// <summary>For the student.</summary>
    public string Message => (Percent is null ? $"First finish \"{Name}\"." : $"First reach {Percent}% in \"{Name}\".")
        + (IsOver ? " You can no longer hand that in, so ask your teacher." : null);
}
