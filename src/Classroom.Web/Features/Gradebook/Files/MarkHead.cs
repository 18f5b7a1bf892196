using System.Globalization;
using System.Text.RegularExpressions;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>What the first line of a file says about its columns.</summary>
internal sealed partial class MarkHead
{
    private MarkHead(bool isCanvas, int student, int userName) => (IsCanvas, Student, UserName) = (isCanvas, student, userName);

    public bool IsCanvas { get; }

    /// <summary>The column with our id; -1 where there is none.</summary>
    public int Student { get; }

    /// <summary>The column with the user name; -1 where there is none.</summary>
    public int UserName { get; }

    public List<MarkColumn> Columns { get; } = [];

    /// <summary>Null, after adding a problem, where students could not be found by it.</summary>
    public static MarkHead? Read(
        MarkSheetLine line, ClassGradebook book, Curriculum.Curriculum curriculum, List<MarkProblem> problems)
    {
        var names = line.Cells.Select(Unescape).ToList();
        var (student, userName, login) = (IndexOf(OwnLayout.StudentId), IndexOf(OwnLayout.UserName), IndexOf(CanvasLayout.Login));
        if (student < 0 && login < 0)
        {
            problems.Add(new(line.Number, $"There is no column \"{OwnLayout.StudentId}\", as our own files have it, and none "
                + $"\"{CanvasLayout.Login}\", as files of Canvas do. Use a file that was downloaded here or there."));
            return null;
        }

        var head = new MarkHead(student < 0, student, student < 0 ? login : userName);
        for (var place = 0; place < names.Count; place++)
        {
            if (names[place].Length > 0 && !head.IsOther(names[place]))
            {
                head.Add(place, names[place], line.Number, book, curriculum, problems);
            }
        }

        return head;

        int IndexOf(string name) => names.FindIndex(other => name.Equals(other, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A text as it was before a ' was put in front so that no spreadsheet runs it.</summary>
    public static string Unescape(string cell) => cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;

    private bool IsOther(string name) => IsCanvas
        ? CanvasLayout.Others.Contains(name, StringComparer.OrdinalIgnoreCase) || WorkedOut().IsMatch(name)
        : name is OwnLayout.StudentId or OwnLayout.UserName or OwnLayout.Name or OwnLayout.Total;

    private void Add(
        int place, string name, int line, ClassGradebook book, Curriculum.Curriculum curriculum, List<MarkProblem> problems)
    {
        var index = Find(name, book, curriculum);
        if (index < 0)
        {
            problems.Add(new(line, $"The column \"{name}\" is no assignment of this class."));
        }
        else if (Columns.Exists(column => column.Index == index))
        {
            problems.Add(new(line, $"The column \"{name}\" is there twice. The first one is used."));
        }
        else
        {
            Columns.Add(new(place, index, book.Assignments[index]));
        }
    }

    // Canvas puts ids of its own behind the titles, and one of them could be that of another assignment here.
    private int Find(string name, ClassGradebook book, Curriculum.Curriculum curriculum)
    {
        var assignments = book.Assignments.ToList();
        var titled = Titled().Match(name);
        if (!IsCanvas)
        {
            return titled.Success && int.TryParse(titled.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? assignments.FindIndex(assignment => assignment.Id == id) : -1;
        }

        var exact = assignments.FindIndex(assignment => OwnLayout.Title(assignment, curriculum) == name);
        var title = titled.Success ? titled.Groups["title"].Value : name;
        var same = assignments.FindAll(assignment => AssignmentName.For(assignment, curriculum) == title);
        return exact >= 0 ? exact : same.Count == 1 ? assignments.IndexOf(same[0]) : -1;
    }

    [GeneratedRegex(@"^(?<title>.*) \((?<id>[0-9]{1,9})\)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Titled();

    [GeneratedRegex("(Current|Final|Override) (Score|Points|Grade|Status)", RegexOptions.CultureInvariant)]
    private static partial Regex WorkedOut();
}
