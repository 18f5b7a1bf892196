using System.Text;
using Classroom.Naming;

namespace Classroom.Training.Data.Import;

/// <summary>
/// The one rule for names that stand in files: of classes, columns and folders. Names that look the same are the same: letters
/// are composed (Unicode NFC), and blanks of any kind are one space. What cannot be seen is taken out, which a note says;
/// control characters are refused, since they come of damage or of another encoding.
/// </summary>
internal static class ImportedName
{
    /// <summary>The name that is meant; empty where nothing of it can be seen.</summary>
    public static string Clean(string text)
    {
        // What is composed counts as fewer or more marks, and what is taken out lets others be composed.
        var name = Ascii.IsValid(text) ? text : ComposedText.Compose(NameText.Shown(ComposedText.Compose(NameText.Shown(text))));
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What is wrong with a name, in words that follow it; null where nothing is.</summary>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="longest">Letters.</param>
    public static string? Fault(string text, int longest)
    {
        if (text.Any(char.IsControl))
        {
            return $"holds the control character U+{(int)text.First(char.IsControl):X4}, which no name has: take it out, or choose the "
                + "encoding that the file was saved in";
        }

        var name = Clean(text);
        return name.Length == 0 || NameText.Fault(name) is not null ? "shows nothing: use letters, digits or signs"
            : name.Length > longest ? $"has {name.Length:N0} letters; a name has at most {longest}"
            : null;
    }

    /// <summary>Something in it cannot be seen.</summary>
    public static bool HidesSomething(string text) => !Ascii.IsValid(text) && NameText.Shown(text) != text;

    /// <summary>Says from which names something was taken out.</summary>
    /// <param name="texts">As they stand in the files.</param>
    public static IEnumerable<string> Notes(IEnumerable<string> texts)
    {
        string[] names = [.. texts.Where(HidesSomething).Select(Clean).Distinct().Order(StringComparer.Ordinal)];
        if (names.Length > 0)
        {
            yield return $"A character that cannot be seen was taken out of the {(names.Length == 1 ? "name" : "names")} "
                + $"{CsvNotes.Listed(names)}.";
        }
    }
}
