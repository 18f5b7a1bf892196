namespace Classroom.School.ItemAnalysis;

/// <summary>Which attempts are looked at.</summary>
public sealed record ItemFilter
{
    /// <summary>Only those for this assignment of the class; null for all of its quizzes.</summary>
    public int? AssignmentId { get; init; }

    /// <summary>Also those of the other classes that the actor teaches. Not together with an assignment.</summary>
    public bool AllMyClasses { get; init; }

    public AttemptChoice Attempts { get; init; }
}
