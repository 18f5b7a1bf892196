using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>A class as its teachers see it.</summary>
public sealed record ClassDetails(int Id, string Name, string? JoinCode, int Students, int Version, IReadOnlyList<Person> Teachers);
