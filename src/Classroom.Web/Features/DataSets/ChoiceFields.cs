using System.Globalization;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Web.Features.DataSets;

/// <summary>How files are to be read, as a form or a call says it: the fields of the preview and of the API alike.</summary>
public sealed record ChoiceFields(string? Header, string? Separator, string? LabelColumn, string? Encoding, string? ClassFolder)
{
    private const int LongestColumn = 200;

    /// <summary>What is empty is not chosen; everything that cannot be understood is a fault of its field.</summary>
    public ImportChoices Parse(List<Fault> faults)
    {
        var (header, separator, encoding, folder) = (Filled(Header), Separator, Filled(Encoding)?.ToLowerInvariant(), Filled(ClassFolder));
        bool? hasHeader = null;
        if (header is not null)
        {
            if (bool.TryParse(header, out var said))
            {
                hasHeader = said;
            }
            else
            {
                faults.Add(new("header", "Give true where the first line names the columns, or false where it is the first example."));
            }
        }

        if (string.IsNullOrEmpty(separator))
        {
            separator = null;
        }
        else if (ChoiceWords.SeparatorOf(separator) is { } known)
        {
            separator = known;
        }
        else
        {
            faults.Add(new("separator", $"Give one character, or one of {string.Join(", ", ChoiceWords.Separators.Select(one => one.Name))}."));
        }

        if (encoding is not null && !ChoiceWords.Encodings.Any(known => known.Name == encoding))
        {
            faults.Add(new("encoding", $"Give one of {string.Join(", ", ChoiceWords.Encodings.Select(one => one.Name))}."));
        }

        int? classFolder = null;
        if (folder is not null)
        {
            if (int.TryParse(folder, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= 1)
            {
                classFolder = level;
            }
            else
            {
                faults.Add(new("classFolder", "Give 1 for the outermost folder, 2 for the one inside it, and so on."));
            }
        }

        var label = Filled(LabelColumn);
        if (label?.Length > LongestColumn)
        {
            faults.Add(new("labelColumn", $"Give the name of a column, or its number; at most {LongestColumn} characters."));
        }

        return new() { Header = hasHeader, Separator = separator, LabelColumn = label, Encoding = encoding, ClassFolder = classFolder };
    }

    /// <summary>
    /// What is chosen once a preview's form comes back. Its controls show what was taken, so only what differs from that is a
    /// choice, or what was one before. A column belongs to one layout of the table: where the layout changes, so may its name.
    /// </summary>
    /// <param name="sent">The form, parsed; null where it has no such control.</param>
    /// <param name="chosen">What had been chosen when the form was shown.</param>
    /// <param name="taken">What the form showed.</param>
    public static ImportChoices Merge(ImportChoices sent, ImportChoices chosen, ImportChoices taken)
    {
        var merged = new ImportChoices
        {
            Header = sent.Header != taken.Header ? sent.Header ?? chosen.Header : chosen.Header,
            Separator = sent.Separator != taken.Separator ? sent.Separator ?? chosen.Separator : chosen.Separator,
            Encoding = sent.Encoding != taken.Encoding ? sent.Encoding ?? chosen.Encoding : chosen.Encoding,
            ClassFolder = sent.ClassFolder != taken.ClassFolder ? sent.ClassFolder ?? chosen.ClassFolder : chosen.ClassFolder,
        };
        var sameLayout = (merged.Header, merged.Separator, merged.Encoding) == (chosen.Header, chosen.Separator, chosen.Encoding);
        return merged with
        {
            LabelColumn = sent.LabelColumn is { } column && column != taken.LabelColumn ? column : sameLayout ? chosen.LabelColumn : null,
        };
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
