namespace Classroom.School;

/// <summary>One page of a long list; pages count from 1.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Pages, int Total);
