namespace Classroom.School.Classes;

/// <summary>A class in a list. The join code is for its teachers and admins; a student's copy has none.</summary>
public sealed record ClassSummary(int Id, string Name, string? JoinCode, int Students, int Version)
{
    /// <summary>Display names.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];
}
