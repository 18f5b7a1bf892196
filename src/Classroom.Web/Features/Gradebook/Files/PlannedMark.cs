using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>A mark that a file would change, in words too.</summary>
public sealed record PlannedMark(MarkChange Change, string Student, string Assignment);
