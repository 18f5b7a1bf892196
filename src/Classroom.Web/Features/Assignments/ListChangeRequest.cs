namespace Classroom.Web.Features.Assignments;

/// <summary>What is left out stays as it is; <see cref="ListJson"/> reads it.</summary>
/// <param name="Sequential">The steps open one after the other.</param>
/// <param name="Steps">Ids of assignments, in their order: all of the list.</param>
/// <param name="Version">Of the list as the caller has read it; without it, whatever is there is changed.</param>
public sealed record ListChangeRequest(string? Title, bool? Sequential, IReadOnlyList<int>? Steps, int? Version);
