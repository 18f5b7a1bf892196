using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads what differs between the kinds of question, and checks that each can be asked and marked.</summary>
internal sealed partial class QuestionReader(YamlFields fields, ChartLibrary charts)
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

    private TrueFalseQuestion TrueFalse() => new()
    {
        Id = Id,
        Objective = Objective,
        PromptHtml = PromptHtml,
        PromptText = PromptText,
        Hint = Hint,
        Explanation = Explanation,
        Answer = fields.Flag("answer") ?? false,
        Feedback = fields.Plain("feedback"),
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
            mistakes.Add(new(value ?? 0, item.Plain("feedback")));
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
            Unit = fields.OptionalText("unit") is { } unit ? fields.Plain("unit", unit) : null,
            Mistakes = [.. mistakes],
            Feedback = fields.Plain("feedback"),
        };
    }

    private ShortAnswerQuestion ShortAnswer()
    {
        var accept = fields.Texts("accept").Select(text => fields.Plain("accept", text)).ToList();
        fields.AtLeast(1, accept.Count, "accepted answers");
        fields.Distinct(accept.Select(TypedAnswer.ToKey), "accepted answers (case, spaces and hyphens aside)");
        var mistakes = new List<TextMistake>();
        foreach (var item in fields.OptionalMaps("mistakes", "mistake"))
        {
            var mistake = new TextMistake(item.Plain("text"), item.Plain("feedback"));
            if (accept.Exists(accepted => TypedAnswer.ToKey(accepted) == TypedAnswer.ToKey(mistake.Text)))
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
            Feedback = fields.Plain("feedback"),
        };
    }

    private MatchingQuestion Matching()
    {
        var pairs = new List<MatchingPair>();
        foreach (var item in fields.Maps("pairs", "pair"))
        {
            pairs.Add(new(item.Plain("left"), item.Plain("right"), item.Plain("feedback")));
            item.RejectOthers();
        }
        fields.AtLeast(MinMembers, pairs.Count, "pairs");
        fields.Distinct(pairs.Select(pair => pair.Left), "left sides");
        fields.Distinct(pairs.Select(pair => pair.Right), "right sides");
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
        var items = fields.Texts("items").Select(text => fields.Plain("items", text)).ToList();
        fields.AtLeast(MinMembers, items.Count, "items");
        fields.Distinct(items, "items");
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Items = [.. items],
            Feedback = fields.Plain("feedback"),
        };
    }
}
