using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <summary>The addresses around a quiz.</summary>
public static class QuizAddress
{
    public const string GradedMode = "graded";
    public const string PracticeMode = "practice";
    public const string DeepLevel = "deep";

    /// <summary>What the quiz is about, and where it is started.</summary>
    public static string Overview(string slug, QuestionLevel level) =>
        $"/quiz/{slug}{(level == QuestionLevel.Deep ? $"?level={DeepLevel}" : "")}";

    /// <summary>The open attempt in this mode, or where one is started.</summary>
    public static string Attempt(string slug, AttemptMode mode, QuestionLevel level) =>
        $"/quiz/{slug}?mode={(mode == AttemptMode.Graded ? GradedMode : PracticeMode)}{And(level)}";

    /// <summary>The result of one attempt, so that a reload shows it again instead of starting a new one.</summary>
    /// <param name="late">A change came after the attempt was handed in: the page says that it does not count.</param>
    public static string Result(string slug, int attemptId, QuestionLevel level = QuestionLevel.Core, bool late = false) =>
        $"/quiz/{slug}?attempt={attemptId}{And(level)}{(late ? "&late=true" : "")}";

    public static string Lesson(string slug, QuestionLevel level = QuestionLevel.Core) =>
        $"/glossary/{slug}{(level == QuestionLevel.Deep ? $"?level={DeepLevel}" : "")}";

    public static string Lab(string slug) => $"/lab/{slug}";

    /// <summary>What an address says of the level; anything but deep is core.</summary>
    public static QuestionLevel Level(string? query) => query == DeepLevel ? QuestionLevel.Deep : QuestionLevel.Core;

    private static string And(QuestionLevel level) => level == QuestionLevel.Deep ? $"&level={DeepLevel}" : "";
}
