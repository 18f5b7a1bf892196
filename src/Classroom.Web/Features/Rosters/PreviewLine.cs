using System.Globalization;
using Classroom.School.Accounts;
using Classroom.School.Classes;

namespace Classroom.Web.Features.Rosters;

/// <summary>A student in the preview: what its fields hold, and what is said about them.</summary>
/// <param name="Line">Where she stood in the list.</param>
/// <param name="IsTicked">She is to be added.</param>
public sealed record PreviewLine(int Line, string Name, string UserName, bool IsSelected)
{
    public string? NameFault { get; init; }

    /// <summary>What to look at before adding her; nothing of it is in the way.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public NewStudent Student => new(Name, string.IsNullOrWhiteSpace(UserName) ? null : UserName);

    /// <summary>What the form of the preview sends back.</summary>
    public static IReadOnlyList<PreviewLine> Read(IFormCollection form)
    {
        var (lines, userNames) = (form["line"], form["userName"]);
        var selected = form["add"].ToHashSet();
        return
        [
            .. form["name"].Select((name, place) => new PreviewLine(
                int.TryParse(lines.ElementAtOrDefault(place), CultureInfo.InvariantCulture, out var line) ? line : place + 1,
                name ?? "",
                userNames.ElementAtOrDefault(place) ?? "",
                selected.Contains(place.ToString(CultureInfo.InvariantCulture)))),
        ];
    }

    /// <summary>The list with all there is to say about it. Whoever may be there already is selected by nobody but the teacher.</summary>
    public static IReadOnlyList<PreviewLine> From(IReadOnlyList<StudentLine> lines, RosterPreview preview) =>
        From([.. lines.Select(From)], preview, student => student is { SameNameAs: null, InClass: null });

    public static IReadOnlyList<PreviewLine> From(IReadOnlyList<PreviewLine> lines, RosterPreview preview) => From(lines, preview, null);

    private static PreviewLine From(StudentLine line) =>
        new(line.Line, line.Name, line.UserName ?? "", IsSelected: true) { Notes = line.Note is { } note ? [note] : [] };

    private static List<PreviewLine> From(
        IReadOnlyList<PreviewLine> lines, RosterPreview preview, Func<StudentProposal, bool>? isSelected) =>
    [
        .. lines.Zip(preview.Students, (line, student) => line with
        {
            Name = student.Name,
            UserName = student.UserName,
            IsSelected = isSelected?.Invoke(student) ?? line.IsSelected,
            NameFault = student.NameFault,
            Notes = [.. line.Notes, .. Say(student, lines)],
        }),
    ];

    private static IEnumerable<string> Say(StudentProposal student, IReadOnlyList<PreviewLine> lines)
    {
        if (student.InClass is { } state)
        {
            yield return state switch
            {
                EnrolmentState.Enrolled => "Someone with this name is in the class already. Select this line only if it is another student.",
                EnrolmentState.Waiting => "Someone with this name is waiting to be let in. Select this line only if it is another student.",
                _ => "Someone with this name was removed from the class, and can be let back in on the roster. Select this line only if it "
                    + "is another student.",
            };
        }

        if (student.SameNameAs is { } place)
        {
            yield return $"Line {lines[place].Line} has the same name. Select this line only if it is another student.";
        }

        if (student.UserNameNote is { } note)
        {
            yield return note;
        }
    }
}
