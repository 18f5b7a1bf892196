using Classroom.School.People;

namespace Classroom.School.Accounts;

/// <summary>What an admin types to add someone. Without a password, a friendly one is made up.</summary>
public sealed record NewPerson
{
    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    public string? Password { get; init; }

    /// <summary>The class that a new student starts in; null for none.</summary>
    public int? ClassId { get; init; }
}
