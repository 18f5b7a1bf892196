namespace Classroom.Curriculum.Quizzes;

/// <summary>A number to work out. Decimal, so that a tolerance of 0.005 around 0.75 really includes 0.755.</summary>
public sealed record NumberQuestion : Question
{
    public required decimal Answer { get; init; }

    /// <summary>How far off still counts, the limit included.</summary>
    public required decimal Tolerance { get; init; }

    /// <summary>Shown after the box; a student may type it too.</summary>
    public string? Unit { get; init; }

    /// <summary>Typical wrong numbers, recognized within the same tolerance.</summary>
    public required IReadOnlyList<NumberMistake> Mistakes { get; init; }

    /// <summary>For any other wrong number.</summary>
    public required string Feedback { get; init; }

    /// <summary>
    /// The answer or a typical wrong one is below zero, so whoever answers needs a key for the minus. Does not say which.
    /// </summary>
    public bool MayBeNegative => Answer < 0 || Mistakes.Any(mistake => mistake.Value < 0);

    /// <summary>What was typed can be read as a number. Nothing else is an answer.</summary>
    public bool CanRead(string text) => TypedNumber.Read(text, Unit).Count > 0;

    public override QuestionKind Kind => QuestionKind.Number;
}
