using System.Text.Json;
using Classroom.School.Gradebook;
using Classroom.Web.Features.Gradebook.Files;

namespace Classroom.Web.Features.Gradebook;

/// <summary>The changes that a teacher has looked at, on their way to being stored.</summary>
public sealed class StoreMarksForm
{
    /// <summary>Of the file.</summary>
    public string? Name { get; set; }

    /// <summary>As JSON: a form takes only so many fields.</summary>
    public string? Changes { get; set; }

    public static string Write(IEnumerable<PlannedMark> planned) => JsonSerializer.Serialize(planned.Select(mark => mark.Change));

    /// <summary>Null where somebody has made up what no page has sent.</summary>
    public IReadOnlyList<MarkChange>? Read()
    {
        try
        {
            var changes = JsonSerializer.Deserialize<List<MarkChange>>(Changes ?? "");
            return changes?.TrueForAll(change => change is not null) == true ? changes : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
