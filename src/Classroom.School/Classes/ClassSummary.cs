namespace Classroom.School.Classes;

/// <summary>A class in a list. The join code is for its staff and admins; a student's copy has none.</summary>
public sealed record ClassSummary(int Id, string Name, string? JoinCode, int Students, int Version)
{
    /// <summary>Display names, the owner's first.</summary>
    public IReadOnlyList<string> Teachers { get; init; } = [];

    /// <summary>Students who wait to be let in; a student sees 0.</summary>
    public int Waiting { get; init; }

    /// <summary>The reader may change it, unless it is archived.</summary>
    public bool IsManaged { get; init; }
}
