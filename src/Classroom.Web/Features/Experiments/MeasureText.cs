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
            MeasureUnit.Factor => $"{Numbers.Short(number)} ×",
            MeasureUnit.YesNo => number > 0 ? "yes" : "no",
            _ => Numbers.Loss(number),
        },
    };

    /// <summary>Of a difference or of a ratio of two measures.</summary>
    public static string Format(ExperimentCheck check, double? value) => (check, RunMeasure.Find(check.Measure)!.Unit) switch
    {
        ({ Over: not null }, _) => Format(MeasureUnit.Factor, value),
        ({ Minus: not null }, MeasureUnit.Share) when value is { } difference && double.IsFinite(difference) => Percent.Points(difference),
        var (_, unit) => Format(unit, value),
    };

    /// <summary>What the check asks for: "at least 90.0%".</summary>
    public static string Limit(ExperimentCheck check) => string.Join(" and ", new[]
    {
        check.AtLeast is { } least ? $"at least {Format(check, least)}" : null,
        check.AtMost is { } most ? $"at most {Format(check, most)}" : null,
    }.OfType<string>());

    /// <summary>What the check measures: "validation accuracy of “CNN” minus that of “MLP”".</summary>
    public static string What(ExperimentCheck check)
    {
        var measure = RunMeasure.Find(check.Measure)!.Title + (check.Level is { } level ? $" {Format(MeasureUnit.Share, level)}" : "");
        return $"{(check.Of == ExperimentCheck.Fewest ? $"fewest {measure}" : $"{measure} of {Named(check.Of)}")}{(check.Minus is { } minus ? $", minus that of {Named(minus)}" : "")}{(check.Over is { } over ? $", divided by that of {Named(over)}" : "")}";
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
