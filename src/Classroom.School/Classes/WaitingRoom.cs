namespace Classroom.School.Classes;

/// <summary>Who would be in a class and is not, each by display name.</summary>
/// <param name="Waiting">Typed the code, and wait for a teacher.</param>
/// <param name="Removed">Were taken out or not let in, and can be put back.</param>
public sealed record WaitingRoom(IReadOnlyList<RosterEntry> Waiting, IReadOnlyList<RosterEntry> Removed);
