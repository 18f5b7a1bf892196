using System.Text.Json.Serialization;
using Classroom.School.Classes;

namespace Classroom.Web.Features.Classes;

/// <param name="Code">What students join with; for teachers and admins.</param>
/// <param name="Students">So many are in it.</param>
/// <param name="Archived">Nothing in it can be changed; students do not see it.</param>
public sealed record ClassAnswer(
    int Id,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code,
    int Students,
    bool Archived)
{
    public static ClassAnswer From(ClassSummary summary, bool archived) =>
        new(summary.Id, summary.Name, summary.JoinCode, summary.Students, archived);
}
