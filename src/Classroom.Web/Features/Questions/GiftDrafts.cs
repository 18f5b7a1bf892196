using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Questions;

namespace Classroom.Web.Features.Questions;

/// <summary>Questions of a GIFT file as they are to be stored.</summary>
public static class GiftDrafts
{
    /// <summary>Each with its own tags, the last part of its category, and the tags that all get.</summary>
    public static IReadOnlyList<QuestionDraft> Of(GiftReading reading, string? tagsForAll)
    {
        var forAll = Split(tagsForAll);
        return
        [
            .. reading.Questions.Select(read => new QuestionDraft(
                read.Question,
                [.. read.Tags.Select(Fit), .. CategoryTag(read.Category), .. forAll])),
        ];
    }

    public static IReadOnlyList<string> Split(string? tags) =>
        (tags ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "$course$/top/Chapter 1" is what Moodle calls Chapter 1.
    private static IEnumerable<string> CategoryTag(string? category) =>
        category?.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() is { } last
        && last is not ("$course$" or "top")
            ? [Fit(last)]
            : [];

    // The preview shows the tags as they are kept.
    private static string Fit(string tag)
    {
        var text = tag.Replace(',', ' ').Trim();
        if (text.Length <= QuestionTag.Longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[QuestionTag.Longest - 1]) ? QuestionTag.Longest - 1 : QuestionTag.Longest;
        return text[..end].Trim();
    }
}
