using Classroom.Training.Data;
using Classroom.Training.Data.Import;

namespace Classroom.Web.Features.DataSets.Uploads;

/// <summary>What can be chosen about how files are read, in words.</summary>
public static class ChoiceText
{
    public static readonly IReadOnlyList<(string Name, string Character, string Text)> Separators =
    [
        ("comma", ",", "Comma ,"),
        ("semicolon", ";", "Semicolon ;"),
        ("tab", "\t", "Tab"),
        ("pipe", "|", "Vertical bar |"),
        ("space", " ", "Space"),
    ];

    public static readonly IReadOnlyList<(string Name, string Text)> Encodings =
    [
        ("utf-8", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16le", "UTF-16, the low byte first"),
        ("utf-16be", "UTF-16, the high byte first"),
        ("windows-1252", "Windows-1252 (Western European)"),
    ];

    public static readonly IReadOnlyList<(string Name, RowContent Content, string Text)> Contents =
    [
        ("pictures", RowContent.Pictures, "A picture: each number is a gray value"),
        ("table", RowContent.Table, "Numbers: each column for itself"),
    ];

    public static readonly IReadOnlyList<(string Name, PictureOrientation Orientation, string Text)> Orientations =
    [
        ("as-stored", PictureOrientation.AsStored, "As in the file"),
        ("transposed", PictureOrientation.Transposed, "Rows and columns exchanged, as in EMNIST"),
    ];

    /// <summary>The character that a word or the character itself stands for; null for anything else.</summary>
    public static string? SeparatorOf(string text)
    {
        var known = Separators.FirstOrDefault(one => one.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Character;
        return known ?? (text.Length == 1 ? text : text == "\\t" ? "\t" : null);
    }

    /// <summary>What a form or a call sends for a character.</summary>
    public static string NameOf(string character) => Separators.FirstOrDefault(one => one.Character == character).Name ?? character;

    public static string Separator(string character) =>
        Separators.FirstOrDefault(one => one.Character == character).Text ?? character;

    public static string Encoding(string name) => Encodings.FirstOrDefault(one => one.Name == name).Text ?? name;

    public static string Header(bool header) => header ? "It names the columns" : "It is the first example";

    /// <param name="level">Counted from 1 at the outermost folder below the one that holds everything.</param>
    public static string ClassFolder(int level) => level switch
    {
        1 => "The outermost folder",
        2 => "The folder inside the outermost one",
        _ => $"The folder {level - 1} levels inside the outermost one",
    };

    public static string Split(SplitKind split) => split switch
    {
        SplitKind.Folders => "As the folders say: train and test",
        SplitKind.InOrder => "In the order of the text; its last fifth is for validation",
        _ => "Shuffled, always the same way; a fifth of each class is for validation",
    };

    /// <summary>For a script, which sees no form: the question, and what to send.</summary>
    public static string Ask(ImportQuestion question) =>
        $"{question.Message} Send the field {question.Field} with one of these values: "
        + $"{string.Join("; ", question.Answers.Select(answer => $"{(question.Field == "separator" ? NameOf(answer.Value) : answer.Value)} ({answer.Text})"))}.";
}
