using System.Text.Json.Serialization;
using Classroom.School.Gradebook;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>An assignment as its student has it, with her own dates.</summary>
/// <param name="Points">Of a perfect score.</param>
/// <param name="List">Left out where it is in none.</param>
/// <param name="LockedBy">What she has to do before she can begin; left out where nothing keeps her from it.</param>
/// <param name="Score">Her mark in points; left out until it is posted, and where there is none.</param>
public sealed record OwnAssignmentAnswer(
    int Id,
    int ClassId,
    string Kind,
    string Term,
    string Title,
    DateTime? OpensAt,
    DateTime DueAt,
    DateTime? ClosesAt,
    string State,
    int Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OwnListAnswer? List,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LockAnswer? LockedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score)
{
    public static OwnAssignmentAnswer From(StudentAssignment own, Curriculum.Curriculum curriculum) => new(
        own.Assignment.Id,
        own.Assignment.ClassId,
        Words.Of(own.Assignment.Kind),
        own.Assignment.Slug,
        AssignmentName.For(own.Assignment, curriculum),
        own.Assignment.OpensUtc,
        own.Assignment.DueUtc,
        own.Assignment.ClosesUtc,
        Words.Of(own.State),
        own.Assignment.Points,
        own.Assignment.List is { } list ? new(list.ListId, list.Title) : null,
        own.Unmet is { } first ? new(first.AssignmentId, first.Name, first.Percent) : null,
        own.Mark?.Points);
}
