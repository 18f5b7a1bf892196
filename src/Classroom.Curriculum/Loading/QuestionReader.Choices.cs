using System.Text.RegularExpressions;
using Classroom.Curriculum.Charts;

namespace Classroom.Curriculum.Loading;

/// <summary>The kinds of question that are answered by choosing.</summary>
internal sealed partial class QuestionReader
{
    private const int MinChoices = 2;

    private OneAnswerQuestion OneAnswer() => new()
    {
        Id = Id,
        Objective = Objective,
        PromptHtml = PromptHtml,
        PromptText = PromptText,
        Hint = Hint,
        Explanation = Explanation,
        Choices = ChoicesWithOneRight(),
    };

    private ReadChartQuestion ReadChart()
    {
        var source = fields.Text("chart");
        var shown = fields.OptionalText("show");
        var show = shown is null ? ChartShow.Loss : ChartShelf.ShowOf(shown.Text);
        if (show is null)
        {
            fields.Fault($"\"show\" must be one of {ChartShelf.ShowNames}, not \"{shown!.Text}\".", shown.Line);
        }
        var recording = source is null || show is null ? null : charts.Take(source.Text, show.Value, message => fields.Fault(message, source.Line));
        var choices = ChoicesWithOneRight();
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Choices = choices,
            ChartHtml = recording is null ? "" : ChartFigure.Html(recording, show!.Value),
            ChoicesAreRuns = NameRuns(choices, recording),
        };
    }

    /// <summary>Choices such as "Run A" stand as they do in the file, so they must be all of the chart's runs in its order; one such as "None of them" may follow.</summary>
    private bool NameRuns(IReadOnlyList<Choice> choices, Recording? recording)
    {
        if (!choices.Any(choice => RunName().IsMatch(choice.Text)))
        {
            return false;
        }
        var wanted = recording?.Runs.Select(run => $"Run {run.Name}").ToList();
        if (wanted is not null && !choices.Select(choice => choice.Text).Take(wanted.Count).SequenceEqual(wanted))
        {
            fields.Fault($"Choices that are runs must be all runs of the chart in its order, and come first: {string.Join(", ", wanted)}.");
        }
        return true;
    }

    private IReadOnlyList<Choice> ChoicesWithOneRight()
    {
        var choices = Choices();
        if (choices.Count(choice => choice.IsCorrect) is not 1 and var right)
        {
            fields.Fault($"Exactly one choice must have \"correct: true\"; {right} have.");
        }
        return choices;
    }

    private SeveralAnswersQuestion SeveralAnswers()
    {
        var choices = Choices();
        if (choices.All(choice => choice.IsCorrect) || !choices.Any(choice => choice.IsCorrect))
        {
            fields.Fault("At least one choice must have \"correct: true\", and at least one must not.");
        }
        return new()
        {
            Id = Id,
            Objective = Objective,
            PromptHtml = PromptHtml,
            PromptText = PromptText,
            Hint = Hint,
            Explanation = Explanation,
            Choices = choices,
        };
    }

    private IReadOnlyList<Choice> Choices()
    {
        var choices = new List<Choice>();
        foreach (var item in fields.Maps("choices", "choice"))
        {
            var text = Plain(item, "text");
            var isCorrect = item.OptionalFlag("correct") ?? false;
            var feedback = item.OptionalText("feedback");
            if (isCorrect && feedback is not null)
            {
                item.Fault("A right choice has no feedback; say why it is right in the question's explanation.", feedback.Line);
            }
            else if (!isCorrect && feedback is null)
            {
                item.Fault("A wrong choice needs \"feedback\" that names the mistake behind it.");
            }
            item.RejectOthers();
            choices.Add(new() { Text = text, IsCorrect = isCorrect, Feedback = feedback is null || isCorrect ? null : Plain(item, "feedback", feedback) });
        }
        AtLeast(MinChoices, choices.Count, "choices");
        Distinct(choices.Select(choice => choice.Text), "choices");
        return [.. choices];
    }

    [GeneratedRegex("^Run [A-Z]$", RegexOptions.CultureInvariant)]
    private static partial Regex RunName();
}
