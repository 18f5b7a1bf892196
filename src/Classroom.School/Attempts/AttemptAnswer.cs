namespace Classroom.School.Attempts;

/// <summary>A drawn question and the answer to it, if there is one yet.</summary>
public sealed class AttemptAnswer
{
    public int AttemptId { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>Where the question stands in the attempt, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>The latest answer as given.</summary>
    public string? ResponseJson { get; set; }

    /// <summary>0 to 1; null until submitted, and for a question that has left the bank since.</summary>
    public double? Score { get; set; }

    public DateTime? SavedUtc { get; set; }

    /// <summary>Practice: the score of the first check, 0 to 1; null before it.</summary>
    public double? FirstCheckScore { get; set; }

    /// <summary>Practice: the answer as it stands has been checked.</summary>
    public bool IsChecked { get; set; }

    /// <summary>Practice: the right answer was asked for.</summary>
    public bool IsShown { get; set; }
}
