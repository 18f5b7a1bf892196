using System.Text.Json.Serialization;
using Classroom.Training.Data;
using Classroom.Web.Features.DataSets.Uploads;

namespace Classroom.Web.Features.DataSets;

/// <summary>How files became a data set, as the API tells it. What the format does not have is left out.</summary>
public sealed record ReadingAnswer
{
    /// <summary>For people: CSV table, ZIP of pictures, IDX, or text.</summary>
    public required string Format { get; init; }

    /// <summary>The first line names the columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Header { get; init; }

    /// <summary>The character between two fields.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Separator { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LabelColumn { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    /// <summary>Which folder names a picture's class, counted from 1 at the outermost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ClassFolder { get; init; }

    /// <summary>What the rows are, where they could be both: <c>pictures</c> or <c>table</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Content { get; init; }

    /// <summary>How the pictures lie in the file: <c>as-stored</c> or <c>transposed</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Orientation { get; init; }

    public required IReadOnlyList<ReadColumn> Columns { get; init; }

    public required IReadOnlyList<ReadClass> Classes { get; init; }

    /// <summary><c>stratified</c>, <c>folders</c> or <c>inOrder</c>.</summary>
    public required string Split { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public static ReadingAnswer? From(DataSetReading? reading) => reading is null ? null : new()
    {
        Format = reading.Format,
        Header = reading.Taken.Header,
        Separator = reading.Taken.Separator,
        LabelColumn = reading.Taken.LabelColumn,
        Encoding = reading.Taken.Encoding,
        ClassFolder = reading.Taken.ClassFolder,
        Content = ChoiceText.Contents.FirstOrDefault(one => one.Content == reading.Taken.Content).Name,
        Orientation = ChoiceText.Orientations.FirstOrDefault(one => one.Orientation == reading.Taken.Orientation).Name,
        Columns = reading.Columns,
        Classes = reading.Classes,
        Split = reading.Split switch { SplitKind.Folders => "folders", SplitKind.InOrder => "inOrder", _ => "stratified" },
        Notes = reading.Notes,
    };
}
