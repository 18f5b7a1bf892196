namespace Classroom.School.Assignments;

/// <summary>An assignment as its student sees it.</summary>
/// <param name="Assignment">With her own dates, attempts and minutes.</param>
public sealed record DueAssignment(AssignmentDetails Assignment, string ClassName, AssignmentWork Work)
{
    /// <summary>What she has to do before she can begin; null where nothing keeps her from it.</summary>
    public UnmetPrerequisite? Unmet { get; init; }

    public DateTime? ReadUtc => Work.ReadUtc;

    /// <summary>0 to 1, of the attempts that count; null without one.</summary>
    public double? Score => Work.Score;

    /// <summary>A teacher gave her a mark for it, whatever she has handed in, and has posted it.</summary>
    public bool IsMarked { get; init; }

    public bool IsDone => Work.IsDone || Work.IsExcused || IsMarked;

    public bool IsLate => Work.IsLate;

    /// <summary>Attempts that are left to her; null for as many as she likes.</summary>
    public int? AttemptsLeft => Assignment.AttemptsAllowed is { } allowed ? Math.Max(0, allowed - Work.Attempts) : null;
}
