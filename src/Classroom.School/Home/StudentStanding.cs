using Classroom.School.Assignments;

namespace Classroom.School.Home;

/// <summary>How one student of a class stands with an assignment that she has and is not excused from.</summary>
/// <param name="Mine">Her own dates.</param>
/// <param name="HandedInUtc">When she last handed in something that counts; null where she never did.</param>
/// <param name="NotedUtc">When somebody last wrote to her about it.</param>
internal sealed record StudentStanding(
    int StudentId, Allowance Mine, bool IsBegun, bool IsDone, DateTime? HandedInUtc, DateTime? NotedUtc)
{
    /// <summary>A teacher gave a mark in place of the computed one, perhaps for work on paper.</summary>
    public bool IsMarked { get; init; }

    public bool HasHandedIn => HandedInUtc is not null || IsMarked;
}
