namespace Classroom.Curriculum.Quizzes;

/// <summary>Makes typed answers comparable.</summary>
internal static class TypedAnswer
{
    private const string Hyphens = "-\u00AD\u2010\u2011\u2012\u2013";

    /// <summary>Lower case, without white space, hyphens and final periods: "Over-fitting." and "over fitting" are one.</summary>
    public static string ToKey(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !Hyphens.Contains(letter, StringComparison.Ordinal)))
            .TrimEnd('.')
            .ToLowerInvariant();
}
