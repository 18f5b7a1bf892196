using System.Globalization;
using System.Text;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Writes what stands around and between the braces of a question.</summary>
/// <param name="promptIsHtml">A text without a format of its own would be taken for HTML.</param>
internal sealed class GiftParts(bool promptIsHtml)
{
    /// <summary>Takes from a text's characters what they mean in GIFT.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '\\' or '~' or '=' or '#' or '{' or '}' or ':' => $@"\{letter}",
                '\n' => @"\n",
                _ => letter.ToString(),
            });
        }
        return escaped.ToString();
    }

    public static string Title(string title) => title.Length == 0 ? "" : $"::{Escape(title)}::";

    public string Section(Question question) => question switch
    {
        OneAnswerQuestion one => Lines(
            one, one.Choices.Select(choice => $"{(choice.IsCorrect ? "=" : "~")}{Text(choice.Text)}{Feedback(choice.Feedback)}")),
        SeveralAnswersQuestion several => Lines(several, several.Choices.Select(choice =>
            $"~%{(choice.IsCorrect ? "" : "-")}{Share(several):0.#####}%{Text(choice.Text)}{Feedback(choice.Feedback)}")),
        TrueFalseQuestion truth => $"{(truth.Answer ? "TRUE" : "FALSE")}{Feedback(truth.Feedback)}{General(truth)}",
        NumberQuestion number => $"#{Lines(number, Numbers(number))}",
        ShortAnswerQuestion typed => Lines(typed, Typed(typed)),
        MatchingQuestion matching => Lines(
            matching, matching.Pairs.Select(pair => $"={Text(pair.Left)} -> {Escape(pair.Right)}")),
        OrderingQuestion ordering =>
            $">{ordering.Items.Count} ALL VERTICAL {GiftItems.Grading}\n{string.Concat(ordering.Items.Select(item => $"{Item(item)}\n"))}",
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Kind, "This kind of question has no form in GIFT."),
    };

    private static decimal Share(SeveralAnswersQuestion question) =>
        100m / Math.Max(1, question.Choices.Count(choice => choice.IsCorrect));

    private IEnumerable<string> Numbers(NumberQuestion question)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"=%100%{question.Answer}:{question.Tolerance}");
        foreach (var mistake in question.Mistakes)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"=%0%{mistake.Value}:{question.Tolerance}{Feedback(mistake.Feedback)}");
        }
        if (question.Feedback.Length > 0)
        {
            yield return $"~{Feedback(question.Feedback)}";
        }
    }

    private IEnumerable<string> Typed(ShortAnswerQuestion question) =>
    [
        .. question.Accept.Select(text => $"=%100%{TypedText(text)}"),
        .. question.Mistakes.Select(mistake => $"=%0%{TypedText(mistake.Text)}{Feedback(mistake.Feedback)}"),
        .. question.Feedback.Length > 0 ? [$"=%0%*{Feedback(question.Feedback)}"] : Array.Empty<string>(),
    ];

    // A * alone would stand for any letters.
    private static string TypedText(string text) =>
        (text.StartsWith('[') ? "[plain]" : "") + Escape(text.Replace("*", @"\*", StringComparison.Ordinal));

    // Moodle knows no escapes here but takes the item for HTML where it looks like it.
    private static string Item(string text)
    {
        if (!GiftTags.IsIn(text) && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith('$')
            && text.IndexOfAny(['\\', '{', '}']) < 0 && !text.Contains("####", StringComparison.Ordinal))
        {
            return text;
        }
        var encoded = GiftTags.Encode(text)
            .Replace("##", "#&#35;", StringComparison.Ordinal)
            .Replace(@"\", "&#92;", StringComparison.Ordinal)
            .Replace("{", "&#123;", StringComparison.Ordinal)
            .Replace("}", "&#125;", StringComparison.Ordinal);
        return encoded[0] is '/' or '$' ? $"&#{(int)encoded[0]};{encoded[1..]}" : encoded;
    }

    private string Lines(Question question, IEnumerable<string> answers)
    {
        var general = General(question);
        return $"\n{string.Concat(answers.Select(answer => $"\t{answer}\n"))}{(general.Length > 0 ? $"\t{general}\n" : "")}";
    }

    private string General(Question question) => question.Explanation.Length > 0 ? $"####{Text(question.Explanation)}" : "";

    private string Feedback(string? feedback) => string.IsNullOrEmpty(feedback) ? "" : $"#{Text(feedback)}";

    // A bracket could be taken for a format, and a percent sign for a weight.
    private string Text(string text) => (promptIsHtml || text.StartsWith('[') || text.StartsWith('%') ? "[plain]" : "") + Escape(text);
}
