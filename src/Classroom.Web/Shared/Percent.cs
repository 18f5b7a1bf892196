using System.Globalization;

namespace Classroom.Web.Shared;

/// <summary>Shares from 0 to 1 as people read them, written the American way: 12%.</summary>
public static class Percent
{
    /// <summary>In whole percent. Only all is 100%: 0.996 is 99%.</summary>
    public static string Format(double share) => Text(share, 0, "0");

    /// <summary>With one decimal. Only all is 100.0%: 0.9996 is 99.9%.</summary>
    public static string Exact(double share) => Text(share, 1, "0.0");

    /// <summary>The difference between two shares, which is no percentage of either: 0.123 is 12.3 points.</summary>
    public static string Points(double difference)
    {
        var text = Math.Abs(difference * 100).ToString("0.0", CultureInfo.InvariantCulture);
        return $"{(difference < 0 && text != "0.0" ? "−" : "")}{text} {(text == "1.0" ? "point" : "points")}";
    }

    private static string Text(double share, int decimals, string format)
    {
        if (double.IsNaN(share))
        {
            return "–";
        }

        var percent = Math.Round(share * 100, decimals, MidpointRounding.AwayFromZero);
        return (share < 1 ? Math.Min(percent, 100 - Math.Pow(10, -decimals)) : percent).ToString(format, CultureInfo.InvariantCulture)
            + "%";
    }
}
