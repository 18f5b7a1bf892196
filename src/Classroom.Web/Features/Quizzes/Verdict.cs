namespace Classroom.Web.Features.Quizzes;

/// <summary>A score as a word and a color.</summary>
/// <param name="Kind">The kind of a status pill.</param>
public sealed record Verdict(string Kind, string Word)
{
    public static Verdict From(double score) => score switch
    {
        >= 1 => new("good", "Right"),
        > 0 => new("warn", "Partly right"),
        _ => new("bad", "Not right"),
    };

    /// <summary>For a question of a handed-in attempt.</summary>
    /// <param name="score">Null where the question no longer counts.</param>
    public static Verdict From(double? score, bool answered) => score switch
    {
        null => new("", "Does not count"),
        _ when !answered && score < 1 => new("bad", "Not answered"),
        { } counted => From(counted),
    };
}
