using System.Globalization;
using Classroom.School.Gradebook;
using CsvHelper;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>A file of marks as CSV in UTF-8, with nothing that a spreadsheet would take for a formula.</summary>
public static class GradebookCsv
{
    /// <summary>In our own layout, with a byte order mark, which Excel wants.</summary>
    public static byte[] Write(ClassGradebook gradebook, Curriculum.Curriculum curriculum) =>
        Write(OwnLayout.Rows(gradebook, curriculum), hasMark: true);

    /// <param name="rows">Cells are texts, numbers, or null for empty ones.</param>
    /// <param name="hasMark">Begins with a byte order mark. Other programs may take it for a part of the first cell.</param>
    public static byte[] Write(IEnumerable<object?[]> rows, bool hasMark)
    {
        using var bytes = new MemoryStream();
        var options = new CsvWriterOptions
        {
            NewLine = "\r\n",
            WriteByteOrderMark = hasMark,
            // A formula would run on the computer of whoever opens the file.
            Injection = CsvInjection.Escape,
        };
        using (var csv = CsvWriter.Create(bytes, options, leaveOpen: true))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(Text(cell));
                }

                csv.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    // Hundredths are as exact as a mark needs to be, and a spreadsheet shows them all.
    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}
