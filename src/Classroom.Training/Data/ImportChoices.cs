using Classroom.Training.Data.Import;

namespace Classroom.Training.Data;

/// <summary>
/// What whoever uploads has decided about how the files are to be read. Null: not decided; then the importer takes what is
/// plain from the files, and asks (<see cref="ImportQuestion"/>) where it is not.
/// </summary>
public sealed record ImportChoices
{
    /// <summary>Table: the first line names the columns.</summary>
    public bool? Header { get; init; }

    /// <summary>Table: what stands between two fields, one character; for example a comma, a semicolon, or a tab.</summary>
    public string? Separator { get; init; }

    /// <summary>Table: the name of the column with the labels, or its number counted from 1 where there is no header.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>
    /// Table and text: <c>utf-8</c>, <c>utf-16</c>, without a mark at its start <c>utf-16le</c> or <c>utf-16be</c>, or <c>windows-1252</c>.
    /// </summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// ZIP of pictures: which folder on the way to a picture names its class, counted from 1 at the outermost one inside
    /// the folder that holds everything.
    /// </summary>
    public int? ClassFolder { get; init; }

    /// <summary>Table whose rows could also be the pixels of square pictures: what they are.</summary>
    public RowContent? Content { get; init; }

    /// <summary>IDX and a table of pixels: how the pictures lie in the file.</summary>
    public PictureOrientation? Orientation { get; init; }
}
