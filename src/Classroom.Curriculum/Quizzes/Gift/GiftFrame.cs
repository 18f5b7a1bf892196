namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>What every kind of question has, while its answers are read.</summary>
internal sealed class GiftFrame
{
    private readonly List<string> praises = [];

    public required GiftLog Log { get; init; }

    public required GiftText Texts { get; init; }

    public required GiftComments Comments { get; init; }

    public required int Line { get; init; }

    public required string Id { get; init; }

    public required QuestionLevel Level { get; init; }

    public required string Title { get; init; }

    public required (string Html, string Text) Prompt { get; init; }

    public required string Hint { get; init; }

    public required string GeneralFeedback { get; init; }

    /// <summary>Why the right answer is right: the general feedback, and what was said to whoever gave a right one.</summary>
    public string Explanation => string.Join(' ', praises.Prepend(GeneralFeedback).Where(text => text.Length > 0).Distinct());

    /// <summary>A feedback that goes with a right answer.</summary>
    public void Praise(GiftSpan? feedback)
    {
        if (feedback is { } span && Texts.Plain(span, "The feedback") is { Length: > 0 } text)
        {
            praises.Add(text);
            Log.Note(span.Line, "The feedback on a right answer is part of the explanation here, which everybody sees after answering.");
        }
    }

    /// <summary>What is said to whoever gives a wrong answer; empty where nothing is.</summary>
    public string Feedback(GiftSpan? feedback) => feedback is { } span ? Texts.Plain(span, "The feedback") : "";

    /// <summary>False, with a fault, where a question has more answers than are kept.</summary>
    public bool HasRoomFor(int count)
    {
        if (count > GiftLimits.MostAnswers)
        {
            Log.Fault(Line, $"The question has more than {GiftLimits.MostAnswers} answers. Take some out.");
        }
        return count <= GiftLimits.MostAnswers;
    }

    /// <summary>A fault for each text that was there before, whatever its case.</summary>
    public void Distinct(IEnumerable<(int Line, string Text)> texts, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, text) in texts.Where(text => text.Text.Length > 0 && !seen.Add(text.Text)))
        {
            Log.Fault(line, $"Two {what} are the same: \"{text}\". Change one, or take it out.");
        }
    }
}
