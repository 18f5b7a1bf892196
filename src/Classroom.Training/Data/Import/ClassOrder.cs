using System.Globalization;

namespace Classroom.Training.Data.Import;

/// <summary>The order of classes: by number where all names are numbers, otherwise by their letters.</summary>
internal static class ClassOrder
{
    public static string[] InOrder(IEnumerable<string> names)
    {
        string[] ordered = [.. names.Order(StringComparer.Ordinal)];
        return ordered.All(IsNumber)
            ? [.. ordered.OrderBy(name => double.Parse(name, NumberStyles.Float, CultureInfo.InvariantCulture))]
            : ordered;
    }

    public static bool IsNumber(string name) => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
