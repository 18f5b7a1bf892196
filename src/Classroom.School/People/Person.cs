namespace Classroom.School;

/// <summary>A person as others may see her.</summary>
public sealed record Person(int Id, string UserName, string DisplayName, Role Role);
