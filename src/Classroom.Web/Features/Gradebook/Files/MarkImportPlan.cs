using System.Globalization;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>What a file would change in a gradebook, and everything that is wrong with it. Nothing is stored by it.</summary>
/// <param name="Unchanged">Cells that hold what is there already.</param>
public sealed record MarkImportPlan(IReadOnlyList<PlannedMark> Changes, IReadOnlyList<MarkProblem> Problems, int Unchanged)
{
    public static MarkImportPlan From(MarkSheet sheet, ClassGradebook book, Curriculum.Curriculum curriculum)
    {
        var problems = new List<MarkProblem>();
        var changes = new List<PlannedMark>();
        var unchanged = 0;
        if (MarkHead.Read(sheet.Lines[0], book, curriculum, problems) is not { } head)
        {
            return new(changes, problems, 0);
        }

        var seen = new Dictionary<int, int>();
        foreach (var line in sheet.Lines.Skip(1).Where(line => !head.IsCanvas || !IsAboutColumns(line)))
        {
            if (FindStudent(line, head, book, problems) is not { } row)
            {
                continue;
            }

            if (!seen.TryAdd(row.Student.Id, line.Number))
            {
                problems.Add(new(line.Number, $"{row.Student.DisplayName} is in line {seen[row.Student.Id]} already. That line is used."));
                continue;
            }

            foreach (var column in head.Columns.Where(column => line[column.Place].Length > 0))
            {
                var (points, fault) = Read(line[column.Place], row.Marks[column.Index]);
                var name = AssignmentName.For(column.Assignment, curriculum);
                if (fault is not null)
                {
                    problems.Add(new(line.Number, $"{row.Student.DisplayName}, {name}: {fault}"));
                }
                else if (points is not { } given || MarkImportService.IsSame(row.Marks[column.Index].Points, given))
                {
                    unchanged++;
                }
                else
                {
                    changes.Add(new(
                        new(line.Number, row.Student.Id, column.Assignment.Id, row.Marks[column.Index].Points, given),
                        row.Student.DisplayName,
                        name));
                }
            }
        }

        return new(changes, problems, unchanged);
    }

    // Canvas writes the points of each assignment in a line of their own, and in another which marks are posted by hand.
    private static bool IsAboutColumns(MarkSheetLine line) =>
        line[0].Contains(CanvasLayout.PointsPossible, StringComparison.OrdinalIgnoreCase)
        || line.Cells.All(cell => cell.Length == 0 || cell.StartsWith("Manual Posting", StringComparison.OrdinalIgnoreCase));

    private static GradebookRow? FindStudent(MarkSheetLine line, MarkHead head, ClassGradebook book, List<MarkProblem> problems)
    {
        var userName = MarkHead.Unescape(line[head.UserName]);
        if (head.IsCanvas)
        {
            var known = book.Students.FirstOrDefault(row => row.Student.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase));
            if (known is null)
            {
                problems.Add(new(line.Number, userName.Length == 0
                    ? $"There is no user name in the column \"{CanvasLayout.Login}\"."
                    : $"There is no student \"{userName}\" in this class."));
            }

            return known;
        }

        var found = int.TryParse(line[head.Student], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? book.Students.FirstOrDefault(row => row.Student.Id == id) : null;
        if (found is null)
        {
            problems.Add(new(line.Number, $"There is no student with the ID \"{line[head.Student]}\" in this class."));
        }
        else if (userName.Length > 0 && !found.Student.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase))
        {
            // Somebody has sorted one column without the others.
            problems.Add(new(line.Number, $"The ID {id} is that of {found.Student.UserName}, but the line says {userName}."));
            return null;
        }

        return found;
    }

    private static (double? Points, string? Fault) Read(string cell, Mark mark)
    {
        if (new[] { OwnLayout.Excused, CanvasLayout.Excused }.Contains(cell, StringComparer.OrdinalIgnoreCase))
        {
            return (null, mark.State == MarkState.Excused ? null : "A file cannot excuse a student. Do that in the gradebook.");
        }

        var points = TypedPoints.Read(cell, out var fault);
        return fault is not null ? (null, $"\"{Shorten(cell)}\" is no mark. {fault}")
            : mark.State == MarkState.NotAssigned ? (null, "This student does not have this assignment.")
            : mark.State == MarkState.Excused ? (null, "This student is excused. Take that back in the gradebook first.")
            : points is < 0 or > Assignment.MostPoints ? (null, $"Give points from 0 to {Assignment.MostPoints}.")
            : (points, null);
    }

    private static string Shorten(string cell) => cell.Length <= 40 ? cell : $"{cell[..40]}…";
}
