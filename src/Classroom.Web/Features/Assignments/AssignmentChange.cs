using System.Text.Json;

namespace Classroom.Web.Features.Assignments;

/// <summary>What of an assignment may be changed; <see cref="AssignmentJson"/> reads it.</summary>
public record AssignmentChange
{
    /// <summary>Null for the name of the term.</summary>
    public string? Title { get; init; }

    public int? Points { get; init; }

    /// <summary>Null for at once.</summary>
    public DateTime? OpensAt { get; init; }

    /// <summary>Null for never.</summary>
    public DateTime? ClosesAt { get; init; }

    /// <summary>Null for as many as students like.</summary>
    public int? Attempts { get; init; }

    /// <summary>"best", "last", "first" or "mean".</summary>
    public string? Counted { get; init; }

    /// <summary>For one attempt; null for no limit.</summary>
    public int? Minutes { get; init; }

    /// <summary>Null for nothing.</summary>
    public LateAnswer? Late { get; init; }

    /// <summary>Ids; null for the whole class.</summary>
    public IReadOnlyList<int>? Students { get; init; }

    public string? ScoresFrom { get; init; }

    public string? AnswersFrom { get; init; }

    /// <summary>Null for none.</summary>
    public int? Category { get; init; }

    /// <summary>The id of the assignment that students have to do first; null for none.</summary>
    public int? After { get; init; }

    /// <summary>The score to reach in that one; null where doing it is enough.</summary>
    public int? AfterPercent { get; init; }

    /// <summary>The id of a list of the class; null for none.</summary>
    public int? List { get; init; }

    public bool? Draft { get; init; }

    /// <summary>Of a lab task, in plain text; null for none.</summary>
    public string? Instructions { get; init; }

    /// <summary>Of a lab task: "beat-class", or a list of conditions.</summary>
    public JsonElement? Goal { get; init; }

    /// <summary>Of a lab task: the settings to begin with, as for a run; null for the usual ones.</summary>
    public JsonElement? Config { get; init; }
}
