using System.Globalization;
using System.Text;

namespace Classroom.Training.Export;

/// <summary>Values as Python source. A name from a data set may be anything, and must stay a value: it never goes into a comment.</summary>
internal static class PythonText
{
    private const int LineWidth = 100;

    /// <summary>A string in double quotes: letters, digits and plain ASCII as they are, everything else escaped.</summary>
    public static string Literal(string text)
    {
        var python = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            python.Append(rune.Value switch
            {
                '"' or '\\' => $"\\{rune}",
                '\n' => "\\n",
                _ when (rune.IsAscii && !Rune.IsControl(rune)) || Rune.IsLetterOrDigit(rune) => rune.ToString(),
                <= 0xFF => $"\\x{rune.Value:x2}",
                <= 0xFFFF => $"\\u{rune.Value:x4}",
                _ => $"\\U{rune.Value:x8}",
            });
        }

        return python.Append('"').ToString();
    }

    /// <summary>The shortest number that reads back as the same.</summary>
    public static string Literal(double number) =>
        double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : $"float(\"{number.ToString(CultureInfo.InvariantCulture)}\")";

    /// <summary><c>NAME = [items]</c>, over several lines where it is long.</summary>
    public static string List(string name, IEnumerable<string> items)
    {
        var python = new StringBuilder($"{name} = [");
        var all = items.ToList();
        if (name.Length + all.Sum(item => item.Length + 2) <= LineWidth)
        {
            return python.AppendJoin(", ", all).Append(']').ToString();
        }

        var line = LineWidth;
        foreach (var item in all)
        {
            if (line + item.Length > LineWidth)
            {
                python.Append("\n   ");
                line = 3;
            }

            python.Append(' ').Append(item).Append(',');
            line += item.Length + 2;
        }

        return python.Append("\n]").ToString();
    }
}
