using System.Globalization;
using Classroom.Curriculum;
using Classroom.Training;

namespace Classroom.Web.Features.Lab.Experiments;

/// <summary>Measured numbers as people read them.</summary>
public static class MeasureText
{
    public static string Of(MeasureUnit unit, double? value) => value switch
    {
        null => "–",
        double.PositiveInfinity => unit == MeasureUnit.Count ? "never" : "infinite",
        { } number => unit switch
        {
            MeasureUnit.Share => Format(number, "0.0 %"),
            MeasureUnit.Count => Format(number, "0"),
            MeasureUnit.Seconds => number < 0.1 ? Format(number * 1000, "0.## ms") : Format(number, "0.## s"),
            MeasureUnit.Factor => $"{Small(number)} ×",
            MeasureUnit.YesNo => number > 0 ? "yes" : "no",
            _ => Small(number),
        },
    };

    /// <summary>Of a difference or of a ratio of two measures.</summary>
    public static string Of(ExperimentCheck check, double? value) =>
        Of(check.Over is not null ? MeasureUnit.Factor : RunMeasure.Find(check.Measure)!.Unit, value);

    /// <summary>What the check asks for: "at least 90.0 %".</summary>
    public static string Limit(ExperimentCheck check) => string.Join(" and ", new[]
    {
        check.AtLeast is { } least ? $"at least {Of(check, least)}" : null,
        check.AtMost is { } most ? $"at most {Of(check, most)}" : null,
    }.OfType<string>());

    /// <summary>What the check measures: "validation accuracy of “CNN” minus that of “MLP”".</summary>
    public static string What(ExperimentCheck check)
    {
        var measure = RunMeasure.Find(check.Measure)!.Title + (check.Level is { } level ? $" {Of(MeasureUnit.Share, level)}" : "");
        return $"{measure} of {Named(check.Of)}{(check.Minus is { } minus ? $", minus that of {Named(minus)}" : "")}{(check.Over is { } over ? $", divided by that of {Named(over)}" : "")}";
    }

    private static string Named(string run) => run switch
    {
        ExperimentCheck.Best => "the best run",
        ExperimentCheck.Worst => "the worst run",
        _ => $"“{run}”",
    };

    private static string Small(double number) => Math.Abs(number) switch
    {
        0 => "0",
        < 0.001 => number.ToString("0.#e0", CultureInfo.InvariantCulture),
        >= 1e6 => number.ToString("0.#e0", CultureInfo.InvariantCulture),
        < 0.1 => Format(number, "0.####"),
        _ => Format(number, "0.00"),
    };

    private static string Format(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
