using Classroom.School.People;

namespace Classroom.School.Classes;

/// <summary>A teacher of a class, and as what.</summary>
public sealed record StaffMember(Person Person, ClassRole Role);
