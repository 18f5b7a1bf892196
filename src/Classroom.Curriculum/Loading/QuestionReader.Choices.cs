using System.Text.RegularExpressions;
using Classroom.Curriculum.Charts;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Loading;

/// <summary>The kinds of question that are answered by choosing.</summary>
internal sealed partial class QuestionReader
{
    private OneAnswerQuestion OneAnswer() => new()
    {
        Id = Id,
        Objective = Objective,
        PromptHtml = PromptHtml,
        PromptText = PromptText,
        Hint = Hint,
        Explanation = Explanation,
        Choices = ChoiceReader.WithOneRight(fields),
    };

    private ReadChartQuestion ReadChart()
    {
        var source = fields.Text("chart");
        var shown = fields.OptionalText("show");
        var show = shown is null ? ChartShow.Loss : ChartLibrary.ShowOf(shown.Text);
        if (show is null)
        {
            fields.Fault($"\"show\" must be one of {ChartLibrary.ShowNames}, not \"{shown!.Text}\".", shown.Line);
        }
        var recording = source is null || show is null
            ? null
            : charts.Take(source.Text, show.Value, message => fields.Fault(message, source.Line));
        var choices = ChoiceReader.WithOneRight(fields);
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

    /// <summary>
    /// Choices such as "Run A" stand as they do in the file, so they must be all of the chart's runs in its order; one such
    /// as "None of them" may follow.
    /// </summary>
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

    private SeveralAnswersQuestion SeveralAnswers() => new()
    {
        Id = Id,
        Objective = Objective,
        PromptHtml = PromptHtml,
        PromptText = PromptText,
        Hint = Hint,
        Explanation = Explanation,
        Choices = ChoiceReader.WithSeveralRight(fields),
    };

    [GeneratedRegex("^Run [A-Z]$", RegexOptions.CultureInvariant)]
    private static partial Regex RunName();
}
