namespace Classroom.School.Assignments;

/// <summary>An assignment's place in its list.</summary>
/// <param name="Title">Of the list.</param>
/// <param name="IsSequential">The steps open one after the other.</param>
/// <param name="Position">Orders the steps; where some were removed, there are gaps.</param>
public sealed record ListStep(int ListId, string Title, bool IsSequential, int Position);
