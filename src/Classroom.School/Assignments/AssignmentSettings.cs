namespace Classroom.School.Assignments;

/// <summary>What a teacher decides about an assignment, at first and later.</summary>
public record AssignmentSettings
{
    /// <summary>Null or blank where the term's name says it.</summary>
    public string? Title { get; init; }

    /// <summary>Null for at once.</summary>
    public DateTime? OpensUtc { get; init; }

    /// <summary>Null is refused like every other fault: that no day was given is for the teacher to hear.</summary>
    public required DateTime? DueUtc { get; init; }

    /// <summary>Null for never.</summary>
    public DateTime? ClosesUtc { get; init; }

    public CountedAttempt Counts { get; init; } = CountedAttempt.Best;

    public int Points { get; init; } = 100;

    /// <summary>Null for as many as a student likes.</summary>
    public int? AttemptsAllowed { get; init; }

    /// <summary>For one graded attempt; null for no limit.</summary>
    public int? Minutes { get; init; }

    public LatePolicy Late { get; init; }

    /// <summary>The students who have it; null for the whole class.</summary>
    public IReadOnlyCollection<int>? Students { get; init; }

    public Release ScoresFrom { get; init; }

    public Release AnswersFrom { get; init; } = Release.AfterDue;

    /// <summary>One of the class; null for none.</summary>
    public int? CategoryId { get; init; }

    /// <summary>An assignment of the class that a student has to do first; null for none.</summary>
    public int? AfterId { get; init; }

    /// <summary>The score to reach in that one, in percent; null where doing it is enough.</summary>
    public int? AfterPercent { get; init; }

    /// <summary>A list of the class, at whose end it then stands where it was in another or in none; null for none.</summary>
    public int? ListId { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Of a task, in plain text; null for none.</summary>
    public string? Instructions { get; init; }

    /// <summary>Of a task: the settings to begin with. Whoever gives them has had the training engine check them.</summary>
    public string? ConfigJson { get; init; }

    /// <summary>Of a task, which needs one.</summary>
    public TaskGoal? Goal { get; init; }

    /// <summary>What of the request could not be read, each fault with its field; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];
}
