using Classroom.School.Assignments;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>A column of a file with the points in one assignment.</summary>
/// <param name="Place">In the file, from 0.</param>
/// <param name="Index">Of the assignment in the gradebook.</param>
internal sealed record MarkColumn(int Place, int Index, AssignmentDetails Assignment);
