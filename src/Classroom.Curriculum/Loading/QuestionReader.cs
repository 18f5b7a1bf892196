using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads what differs between the kinds of question, and checks that each can be asked and marked.</summary>
internal sealed partial class QuestionReader(YamlFields fields, ChartShelf charts)
{
    public const string KindNames = "one-answer, several-answers, true-false, number, short-answer, matching, ordering, read-chart";

    private const int MinMembers = 3;

    public required string Id { get; init; }
    public required string Objective { get; init; }
    public required string PromptHtml { get; init; }
    public required string PromptText { get; init; }
    public required string Hint { get; init; }
    public required string Explanation { get; init; }

    /// <summary>The question, with faults noted; null if it has no known kind.</summary>
    public Question? Read()
    {
        var kind = fields.Text("kind");
        switch (kind?.Text)
        {
            case "one-answer":
                return OneAnswer();
            case "several-answers":
                return SeveralAnswers();
            case "true-false":
                return TrueFalse();
            case "number":
                return Number();
            case "short-answer":
                return ShortAnswer();
            case "matching":
                return Matching();
            case "ordering":
                return Ordering();
            case "read-chart":
                return ReadChart();
            case null:
                return null;
            default:
                fields.Fault($"The kind \"{kind.Text}\" is not known; known are {KindNames}.", kind.Line);
                return null;
        }
    }

    /// <summary>A text that is shown as it is, on one line.</summary>
    public static string Plain(YamlFields fields, string key) => fields.Text(key) is { } text ? Plain(fields, key, text) : "";

    private static string Plain(YamlFields fields, string key, LinedText text)
    {
        if (Markup().Match(text.Text) is { Success: true } markup)
        {
            fields.Fault($"\"{key}\" is shown as plain text, so \"{markup.Value}\" would be seen as it stands; only a prompt is Markdown.", text.Line);
        }
        return Spaces().Replace(text.Text, " ");
    }

    private TrueFalseQuestion TrueFalse() => new()
    {
        Id = Id,
        Objective = Objective,
        PromptHtml = PromptHtml,
        PromptText = PromptText,
        Hint = Hint,
        Explanation = Explanation,
        Answer = fields.Flag("answer") ?? false,
        Feedback = Plain(fields, "feedback"),
    };

    private NumberQuestion Number()
    {
        var answer = fields.Number("answer") ?? 0;
        var tolerance = fields.Number("tolerance") ?? 0;
        if (tolerance < 0)
        {
            fields.Fault("\"tolerance\" must not be negative.");
        }
        var mistakes = new List<NumberMistake>();
        foreach (var item in fields.OptionalMaps("mistakes", "mistake"))
        {
            var value = item.Number("value");
            mistakes.Add(new(value ?? 0, Plain(item, "feedback")));
            if (value is { } wrong && Math.Abs(wrong - answer) <= tolerance)
            {
                item.Fault($"{wrong} is within the tolerance of the answer {answer}, so it is no mistake.");
            }
            item.RejectOthers();
        }
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Answer = answer,
            Tolerance = tolerance,
            Unit = fields.OptionalText("unit") is { } unit ? Plain(fields, "unit", unit) : null,
            Mistakes = [.. mistakes],
            Feedback = Plain(fields, "feedback"),
        };
    }

    private ShortAnswerQuestion ShortAnswer()
    {
        var accept = fields.Texts("accept").Select(text => Plain(fields, "accept", text)).ToList();
        AtLeast(1, accept.Count, "accepted answers");
        Distinct(accept.Select(TypedText.Key), "accepted answers (case, spaces and hyphens aside)");
        var mistakes = new List<TextMistake>();
        foreach (var item in fields.OptionalMaps("mistakes", "mistake"))
        {
            var mistake = new TextMistake(Plain(item, "text"), Plain(item, "feedback"));
            if (accept.Exists(accepted => TypedText.Key(accepted) == TypedText.Key(mistake.Text)))
            {
                item.Fault($"\"{mistake.Text}\" is accepted as right, so it is no mistake.");
            }
            item.RejectOthers();
            mistakes.Add(mistake);
        }
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Accept = [.. accept],
            Mistakes = [.. mistakes],
            Feedback = Plain(fields, "feedback"),
        };
    }

    private MatchingQuestion Matching()
    {
        var pairs = new List<MatchingPair>();
        foreach (var item in fields.Maps("pairs", "pair"))
        {
            pairs.Add(new(Plain(item, "left"), Plain(item, "right"), Plain(item, "feedback")));
            item.RejectOthers();
        }
        AtLeast(MinMembers, pairs.Count, "pairs");
        Distinct(pairs.Select(pair => pair.Left), "left sides");
        Distinct(pairs.Select(pair => pair.Right), "right sides");
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Pairs = [.. pairs],
        };
    }

    private OrderingQuestion Ordering()
    {
        var items = fields.Texts("items").Select(text => Plain(fields, "items", text)).ToList();
        AtLeast(MinMembers, items.Count, "items");
        Distinct(items, "items");
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Items = [.. items],
            Feedback = Plain(fields, "feedback"),
        };
    }

    private void AtLeast(int least, int count, string what)
    {
        if (count < least)
        {
            fields.Fault($"Of {what} there are {count}; at least {least} are needed.");
        }
    }

    private void Distinct(IEnumerable<string> texts, string what)
    {
        foreach (var twice in texts.Where(text => text.Length > 0).GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            fields.Fault($"Two of the {what} are the same: \"{twice.Key}\".");
        }
    }

    [GeneratedRegex(@"\*\*|`|\]\(|</?[A-Za-z][^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
