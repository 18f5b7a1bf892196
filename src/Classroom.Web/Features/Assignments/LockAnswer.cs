using System.Text.Json.Serialization;

namespace Classroom.Web.Features.Assignments;

/// <summary>The assignment that a student has to do first.</summary>
/// <param name="Percent">The score to reach in it; left out where doing it is enough.</param>
public sealed record LockAnswer(
    int Id, string Title, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Percent);
