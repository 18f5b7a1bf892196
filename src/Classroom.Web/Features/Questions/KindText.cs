using Classroom.Curriculum.Quizzes;

namespace Classroom.Web.Features.Questions;

/// <summary>What the kinds of question are called on a page.</summary>
public static class KindText
{
    /// <summary>For a select: the value that an address carries, and the name.</summary>
    public static IReadOnlyList<(string Value, string Text)> Options { get; } =
        [.. Enum.GetValues<QuestionKind>().Select(kind => (kind.ToString(), Name(kind)))];

    public static string Name(QuestionKind kind) => kind switch
    {
        QuestionKind.OneAnswer => "One answer",
        QuestionKind.SeveralAnswers => "Several answers",
        QuestionKind.TrueFalse => "True or false",
        QuestionKind.Number => "Number",
        QuestionKind.ShortAnswer => "Short answer",
        QuestionKind.Matching => "Matching",
        QuestionKind.Ordering => "Ordering",
        _ => "Reading a chart",
    };

    /// <summary>Null for what is none of them.</summary>
    public static QuestionKind? Read(string? text) =>
        Enum.TryParse<QuestionKind>(text, out var kind) && Enum.IsDefined(kind) && kind.ToString() == text ? kind : null;
}
