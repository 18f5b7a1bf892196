namespace Classroom.Web.Features.Gradebook.Files;

/// <summary>What is wrong with a line of a file.</summary>
/// <param name="Line">From 1.</param>
public sealed record MarkProblem(int Line, string Message);
