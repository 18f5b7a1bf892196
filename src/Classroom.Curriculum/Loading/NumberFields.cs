using System.Globalization;
using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Loading;

/// <summary>Numbers in YAML, each with its limits.</summary>
internal static class NumberFields
{
    public static decimal? Number(this YamlFields fields, string key)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }
        if (decimal.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= TypedNumber.Limit)
        {
            return number;
        }
        fields.Fault($"\"{key}\" must be a number such as 0.75, not \"{text.Text}\".", text.Line);
        return null;
    }

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static double? Number(this YamlFields fields, string key, double low, double high) =>
        fields.Text(key) is { } text ? InRange(fields, key, text.Text, text.Line, low, high) : null;

    public static int? OptionalWhole(this YamlFields fields, string key, int low, int high)
    {
        if (fields.OptionalText(key) is not { } text)
        {
            return null;
        }
        if (int.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= low
            && number <= high)
        {
            return number;
        }
        fields.Fault($"\"{key}\" must be a whole number from {low} to {high}, not \"{text.Text}\".", text.Line);
        return null;
    }

    public static int? Whole(this YamlFields fields, string key, int low, int high)
    {
        if (fields.Has(key))
        {
            return fields.OptionalWhole(key, low, high);
        }
        fields.Missing(key);
        return null;
    }

    /// <summary>A list of numbers; those that are none are left out.</summary>
    public static IReadOnlyList<double> Numbers(this YamlFields fields, string key, double low, double high) =>
        [.. fields.Texts(key).Select(text => InRange(fields, key, text.Text, text.Line, low, high)).OfType<double>()];

    private static double? InRange(YamlFields fields, string key, string text, int line, double low, double high)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
        {
            return number;
        }
        fields.Fault(high < double.MaxValue
            ? $"\"{key}\" must be a number from {low} to {high}, not \"{text}\"."
            : $"\"{key}\" must be a number of {low} or more, not \"{text}\".", line);
        return null;
    }
}
