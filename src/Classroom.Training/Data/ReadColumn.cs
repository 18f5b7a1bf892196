using System.Text.Json.Serialization;

namespace Classroom.Training.Data;

/// <summary>A column of a table, as it was read.</summary>
/// <param name="Name">As the header names it, or "Column 3" without one.</param>
/// <param name="IsLabel">The column with the labels; the others hold numbers.</param>
/// <param name="IsConstant">All training rows have the same number: it tells the network nothing.</param>
public sealed record ReadColumn(string Name, bool IsLabel, bool IsConstant)
{
    /// <summary>The name as it stands in the file, where that is another spelling; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InFile { get; init; }

    /// <summary>What a comma within the column's numbers was taken for.</summary>
    public CommaMeaning Comma { get; init; }
}
