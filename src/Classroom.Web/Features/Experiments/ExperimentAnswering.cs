using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Quizzes;
using Classroom.Training.Measures;

namespace Classroom.Web.Features.Experiments;

/// <summary>Checks an answer against the student's own runs.</summary>
public static class ExperimentAnswering
{
    /// <summary>What she can choose from; none where a number is asked for.</summary>
    public static IReadOnlyList<string> Choices(Experiment experiment, ExperimentQuestion question) => question switch
    {
        PickRunQuestion => [.. experiment.Runs.Select(run => run.Name)],
        ReasonQuestion reason => [.. reason.Choices.Select(choice => choice.Text)],
        _ => [],
    };

    /// <summary>What she must have said for a question that has been answered right; null where her runs do not tell.</summary>
    public static string? RightAnswer(ExperimentFindings findings, ExperimentQuestion question) => question switch
    {
        PickRunQuestion pick => findings.Pick(pick),
        ReasonQuestion reason => reason.Choices.First(choice => choice.IsCorrect).Text,
        MeasureQuestion measure when findings.Of(measure.Measure, measure.Of, measure.Level) is { } value and < double.PositiveInfinity =>
            MeasureText.Format(RunMeasure.Find(measure.Measure)!.Unit, value),
        _ => null,
    };

    /// <param name="findings">Of her runs.</param>
    /// <param name="question">The question.</param>
    /// <param name="answer">One of <see cref="Choices"/>, or a number as typed.</param>
    /// <returns>Null where nothing was chosen or what was typed is no number.</returns>
    public static CheckedAnswer? Check(ExperimentFindings findings, ExperimentQuestion question, string answer) => question switch
    {
        PickRunQuestion pick => Pick(findings, pick, answer),
        MeasureQuestion measure => Number(findings, measure, answer),
        ReasonQuestion reason when reason.Choices.FirstOrDefault(choice => choice.Text == answer) is { } choice =>
            new(choice.IsCorrect, choice.Text, choice.IsCorrect ? question.Explanation : choice.Feedback!),
        _ => null,
    };

    private static CheckedAnswer? Pick(ExperimentFindings findings, PickRunQuestion question, string answer)
    {
        var all = findings.All(question.Measure, question.Level);
        if (!all.Any(run => run.Run == answer))
        {
            return null;
        }

        var measure = RunMeasure.Find(question.Measure)!;
        var numbers = $"{MeasureText.Heading(measure)}: "
            + $"{string.Join(", ", all.Select(run => $"{MeasureText.Format(measure.Unit, run.Value)} for “{run.Run}”"))}.";
        return findings.Pick(question) switch
        {
            null => new(null, answer, $"{numbers} Your runs do not tell them apart, so any answer counts. {question.Explanation}"),
            var right when right == answer => new(true, answer, $"{numbers} {question.Explanation}"),
            _ => new(false, answer, $"{numbers} Look for the {(question.PickHighest ? "highest" : "lowest")} one."),
        };
    }

    private static CheckedAnswer? Number(ExperimentFindings findings, MeasureQuestion question, string answer)
    {
        var measure = RunMeasure.Find(question.Measure)!;
        var readings = TypedNumber.Read(answer, measure.Unit == MeasureUnit.Share ? "%" : null);
        if (readings.Count == 0)
        {
            return null;
        }

        var typed = answer.Trim();
        var value = findings.Of(question.Measure, question.Of, question.Level);
        if (value is null or double.PositiveInfinity)
        {
            return new(null, typed, $"Your run gives no such number, so any answer counts. {question.Explanation}");
        }

        // Shares are read in percent from every chart.
        var scale = measure.Unit == MeasureUnit.Share ? 100 : 1;
        var number = (double)readings.MinBy(reading => Math.Abs((double)reading - (value.Value * scale)));
        var isRight = Math.Abs(number - (value.Value * scale)) <= (question.Tolerance * scale) + 1e-9;
        return new(isRight, typed, isRight
            ? $"{(question.Of == ExperimentCheck.Own ? "Your best network" : $"Your run “{question.Of}”")}: "
                + $"{MeasureText.Format(measure.Unit, value)}. {question.Explanation}"
            : number > value * scale
                ? "That is too high. Look at the chart of your run again, or at the table below it."
                : "That is too low. Look at the chart of your run again, or at the table below it.");
    }
}
