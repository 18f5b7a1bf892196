using Classroom.School;

namespace Classroom.Web.Features.Quizzes;

/// <summary>The addresses around a quiz.</summary>
public static class QuizAddress
{
    public const string GradedMode = "graded";
    public const string PracticeMode = "practice";

    /// <summary>What the quiz is about, and where it is started.</summary>
    public static string Overview(string slug) => $"/quiz/{slug}";

    /// <summary>The open attempt in this mode, or where one is started.</summary>
    public static string Attempt(string slug, AttemptMode mode) =>
        $"/quiz/{slug}?mode={(mode == AttemptMode.Graded ? GradedMode : PracticeMode)}";

    /// <summary>The result of one attempt, so that a reload shows it again instead of starting a new one.</summary>
    /// <param name="late">A change came after the attempt was handed in: the page says that it does not count.</param>
    public static string Result(string slug, int attemptId, bool late = false) =>
        $"/quiz/{slug}?attempt={attemptId}{(late ? "&late=true" : "")}";

    public static string Lesson(string slug) => $"/glossary/{slug}";

    public static string Lab(string slug) => $"/lab/{slug}";
}
