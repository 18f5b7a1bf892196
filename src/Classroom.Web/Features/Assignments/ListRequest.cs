namespace Classroom.Web.Features.Assignments;

/// <summary>A new list of assignments; <see cref="ListJson"/> reads it.</summary>
/// <param name="Sequential">The steps open one after the other.</param>
/// <param name="Steps">Ids of assignments, in their order.</param>
public sealed record ListRequest(string Title, bool? Sequential = null, IReadOnlyList<int>? Steps = null);
