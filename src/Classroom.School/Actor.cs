using Classroom.School.People;

namespace Classroom.School;

/// <summary>Who asks. Every service call takes one, and its queries yield only what this person may see.</summary>
public readonly record struct Actor(int UserId, Role Role);
