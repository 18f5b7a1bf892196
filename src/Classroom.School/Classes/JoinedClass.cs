namespace Classroom.School.Classes;

/// <summary>What came of joining a class.</summary>
/// <param name="IsWaiting">A teacher has yet to let her in; until then she sees nothing of the class.</param>
public sealed record JoinedClass(int Id, string Name, bool IsWaiting);
