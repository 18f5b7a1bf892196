using System.Globalization;
using Classroom.School;
using Classroom.Training.Data;
using Classroom.Web.Features.DataSets.Uploads;

namespace Classroom.Web.Features.DataSets;

/// <summary>How files are to be read, as a form or a call says it: the fields of the preview and of the API alike.</summary>
public sealed record ChoiceFields
{
    private const int LongestColumn = 200;

    public string? Header { get; init; }

    public string? Separator { get; init; }

    public string? LabelColumn { get; init; }

    public string? Encoding { get; init; }

    public string? ClassFolder { get; init; }

    public string? Content { get; init; }

    public string? Orientation { get; init; }

    /// <summary>What is empty is not chosen; everything that cannot be understood is a fault of its field.</summary>
    public ImportChoices Parse(List<Fault> faults)
    {
        var encoding = Named("encoding", Encoding, ChoiceText.Encodings.Select(one => one.Name), faults);
        var content = Named("content", Content, ChoiceText.Contents.Select(one => one.Name), faults);
        var orientation = Named("orientation", Orientation, ChoiceText.Orientations.Select(one => one.Name), faults);
        return new()
        {
            Header = ParseHeader(faults),
            Separator = ParseSeparator(faults),
            LabelColumn = ParseLabelColumn(faults),
            Encoding = encoding,
            ClassFolder = ParseClassFolder(faults),
            Content = ChoiceText.Contents.Where(one => one.Name == content).Select(one => (RowContent?)one.Content).FirstOrDefault(),
            Orientation = ChoiceText.Orientations.Where(one => one.Name == orientation)
                .Select(one => (PictureOrientation?)one.Orientation)
                .FirstOrDefault(),
        };
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
            Content = sent.Content != taken.Content ? sent.Content ?? chosen.Content : chosen.Content,
            Orientation = sent.Orientation != taken.Orientation ? sent.Orientation ?? chosen.Orientation : chosen.Orientation,
        };
        var sameLayout = (merged.Header, merged.Separator, merged.Encoding) == (chosen.Header, chosen.Separator, chosen.Encoding);
        return merged with
        {
            LabelColumn = sent.LabelColumn is { } column && column != taken.LabelColumn ? column : sameLayout ? chosen.LabelColumn : null,
        };
    }

    private bool? ParseHeader(List<Fault> faults)
    {
        if (Filled(Header) is not { } header)
        {
            return null;
        }

        if (bool.TryParse(header, out var said))
        {
            return said;
        }

        faults.Add(new("header", "Give true where the first line names the columns, or false where it is the first example."));
        return null;
    }

    // A tab or a space is filled in too.
    private string? ParseSeparator(List<Fault> faults)
    {
        if (string.IsNullOrEmpty(Separator))
        {
            return null;
        }

        if (ChoiceText.SeparatorOf(Separator) is { } known)
        {
            return known;
        }

        faults.Add(new("separator", $"Give one character, or one of {string.Join(", ", ChoiceText.Separators.Select(one => one.Name))}."));
        return null;
    }

    private string? ParseLabelColumn(List<Fault> faults)
    {
        var label = Filled(LabelColumn);
        if (label?.Length > LongestColumn)
        {
            faults.Add(new("labelColumn", $"Give the name of a column, or its number; at most {LongestColumn} characters."));
        }

        return label;
    }

    private int? ParseClassFolder(List<Fault> faults)
    {
        if (Filled(ClassFolder) is not { } folder)
        {
            return null;
        }

        if (int.TryParse(folder, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= 1)
        {
            return level;
        }

        faults.Add(new("classFolder", "Give 1 for the outermost folder, 2 for the one inside it, and so on."));
        return null;
    }

    private static string? Named(string field, string? text, IEnumerable<string> names, List<Fault> faults)
    {
        var name = Filled(text)?.ToLowerInvariant();
        if (name is null || names.Contains(name))
        {
            return name;
        }

        faults.Add(new(field, $"Give one of {string.Join(", ", names)}."));
        return null;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
