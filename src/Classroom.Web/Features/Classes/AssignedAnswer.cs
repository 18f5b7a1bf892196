using Classroom.School.Assignments;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Classes;

/// <summary>An assignment as a column of a table.</summary>
/// <param name="DueAt">For the class.</param>
/// <param name="Points">Of a perfect score.</param>
/// <param name="Posted">Students see their marks.</param>
public sealed record AssignedAnswer(int Id, string Kind, string Term, string Title, DateTime DueAt, int Points, bool Posted)
{
    public static AssignedAnswer From(AssignmentDetails assignment, Curriculum.Curriculum curriculum) => new(
        assignment.Id,
        Words.Of(assignment.Kind),
        assignment.Slug,
        AssignmentName.For(assignment, curriculum),
        assignment.DueUtc,
        assignment.Points,
        assignment.PostedUtc is not null);
}
