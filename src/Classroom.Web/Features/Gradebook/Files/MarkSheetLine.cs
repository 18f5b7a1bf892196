namespace Classroom.Web.Features.Gradebook.Files;

/// <param name="Number">Of the line in the file, from 1.</param>
/// <param name="Cells">As texts, without blanks around them.</param>
public sealed record MarkSheetLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Empty where the line is shorter.</summary>
    public string this[int place] => place >= 0 && place < Cells.Count ? Cells[place] : "";
}
