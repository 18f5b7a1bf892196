using System.Globalization;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;
using CsvHelper;

namespace Classroom.Web.Features.Gradebook;

/// <summary>
/// A class's marks for a spreadsheet: UTF-8 with a byte order mark, which Excel wants, and with nothing that a spreadsheet would take for a
/// formula. Ids are in it, so that what comes back finds its place whatever was renamed meanwhile.
/// </summary>
public static class GradebookCsv
{
    private static readonly CsvWriterOptions Inert = new()
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        // A formula would run on the computer of whoever opens the file.
        Injection = CsvInjection.Escape,
    };

    public static byte[] Write(ClassGradebook gradebook, Curriculum.Curriculum curriculum)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Inert, leaveOpen: true))
        {
            WriteHead(csv, gradebook, curriculum);
            foreach (var row in gradebook.Students)
            {
                WriteRow(csv, row);
            }
        }

        return bytes.ToArray();
    }

    private static void WriteHead(CsvWriter csv, ClassGradebook gradebook, Curriculum.Curriculum curriculum)
    {
        foreach (var column in new[] { "Student ID", "User name", "Name" })
        {
            csv.WriteField(column);
        }

        foreach (var assignment in gradebook.Assignments)
        {
            csv.WriteField(string.Create(
                CultureInfo.InvariantCulture, $"{AssignmentName.For(assignment, curriculum)} ({assignment.Id})"));
        }

        csv.WriteField("Total percent");
        csv.EndRecord();
    }

    private static void WriteRow(CsvWriter csv, GradebookRow row)
    {
        csv.WriteField(row.Student.Id);
        csv.WriteField(row.Student.UserName);
        csv.WriteField(row.Student.DisplayName);
        foreach (var mark in row.Marks)
        {
            csv.WriteField(mark.State == MarkState.Excused ? "excused" : Number(mark.Points));
        }

        csv.WriteField(Number(row.Total.Score * 100));
        csv.EndRecord();
    }

    // Hundredths are as exact as a mark needs to be, and a spreadsheet shows them all.
    private static string Number(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
