using Classroom.School.People;

namespace Classroom.School.Accounts;

/// <summary>Shown once, to be handed to the person; the database keeps only a hash of the password.</summary>
public sealed record Credentials(Person Person, string Password);
