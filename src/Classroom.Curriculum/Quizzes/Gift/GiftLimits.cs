namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>How much a GIFT file may hold, so that a hostile one costs no more than a large honest one.</summary>
public static class GiftLimits
{
    /// <summary>Of the whole text, in UTF-8.</summary>
    public const int MostBytes = 1 << 20;

    public const int MostQuestions = 1_000;

    /// <summary>Choices, pairs, items or accepted answers of one question.</summary>
    public const int MostAnswers = 50;

    public const int LongestPrompt = 4_000;

    /// <summary>Of a choice, a feedback, an explanation or a hint.</summary>
    public const int LongestText = 1_000;

    /// <summary>Of a title, a category or a tag.</summary>
    public const int LongestName = 255;

    public const int LongestId = 100;
}
