using System.Globalization;
using Classroom.Curriculum.Experiments;
using Classroom.Training.Measures;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.Experiments;

/// <summary>Measured numbers as people read them.</summary>
public static class MeasureText
{
    public static string Format(MeasureUnit unit, double? value) => value switch
    {
        null => "–",
        double.NaN => "not a number",
        double.PositiveInfinity => unit == MeasureUnit.Count ? "never" : "infinite",
        { } number => unit switch
        {
            MeasureUnit.Share => Percent.Exact(number),
            MeasureUnit.Count => Format(number, "#,0"),
            MeasureUnit.Seconds => number < 0.1 ? Format(number * 1000, "0.## ms") : Format(number, "0.## s"),
            MeasureUnit.Factor => Numbers.Factor(number),
            MeasureUnit.YesNo => number > 0 ? "yes" : "no",
            _ => Numbers.Loss(number),
        },
    };

    /// <summary>A measure as the beginning of a line: "Validation accuracy", with the epochs that it is about where that matters.</summary>
    public static string Heading(RunMeasure measure) =>
        char.ToUpperInvariant(measure.Title[0]) + measure.Title[1..] + (measure.When is { } when ? $", {when}" : "");

    /// <summary>Of a difference or of a ratio of two measures.</summary>
    public static string Format(ExperimentCheck check, double? value) => (check, RunMeasure.Find(check.Measure)!.Unit) switch
    {
        ({ Over: not null }, _) => Format(MeasureUnit.Factor, value),
        ({ Minus: not null }, MeasureUnit.Share) when value is { } difference && double.IsFinite(difference) => Percent.Points(difference),
        var (_, unit) => Format(unit, value),
    };

    /// <summary>What the check asks for: "at least 90.0%".</summary>
    public static string Limit(ExperimentCheck check)
    {
        if (RunMeasure.Find(check.Measure)!.Unit == MeasureUnit.YesNo)
        {
            return check.AtLeast > 0 ? "yes" : "no";
        }

        return string.Join(" and ", new[]
        {
            check.AtLeast is { } least ? $"at least {Exact(least)}" : null,
            check.AtMost is { } most ? $"at most {Exact(most)}" : null,
        }.OfType<string>());

        // What was measured is rounded, but not what was asked for.
        string Exact(double limit) => Format(check, limit).Replace("about ", "", StringComparison.Ordinal);
    }

    /// <summary>A check of a single run as a line: "Validation accuracy: at least 95.0%".</summary>
    public static string Line(ExperimentCheck check)
    {
        var (title, when) = (Title(check), RunMeasure.Find(check.Measure)!.When);
        return $"{char.ToUpperInvariant(title[0])}{title[1..]}{(when is null ? "" : $", {when}")}: {Limit(check)}";
    }

    private static string Title(ExperimentCheck check) =>
        RunMeasure.Find(check.Measure)!.Title + (check.Level is { } level ? $" {Format(MeasureUnit.Share, level)}" : "");

    /// <summary>What the check measures: "validation accuracy of “CNN” minus that of “MLP”".</summary>
    public static string What(ExperimentCheck check)
    {
        var measure = RunMeasure.Find(check.Measure)!;
        var title = Title(check);
        var what = check.Of == ExperimentCheck.Fewest ? $"fewest {title}"
            : measure.When is not null || measure.Unit == MeasureUnit.YesNo ? $"{Named(check.Of)}: {title}"
            : $"{title} of {Named(check.Of)}";
        return what
            + (check.Minus is { } minus ? $", minus that of {Named(minus)}" : "")
            + (check.Over is { } over ? $", divided by that of {Named(over)}" : "")
            + (measure.When is { } when ? $", {when}" : "");
    }

    private static string Named(string run) => run switch
    {
        ExperimentCheck.Best => "the best run",
        ExperimentCheck.Worst => "the worst run",
        ExperimentCheck.Own => "your best network",
        _ => $"“{run}”",
    };

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
