using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>A student of a class.</summary>
public sealed record RosterEntry(Person Student, DateTime JoinedUtc);
