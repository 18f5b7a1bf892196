using Classroom.School.People;

namespace Classroom.School.SignInCards;

/// <summary>What is printed on a card.</summary>
/// <param name="Secret">The password; null where there is none, and where it can no longer be read, so that she needs a new one.</param>
public sealed record CardDetails(int Id, Person Student, string? Secret, DateTime MadeUtc)
{
    /// <summary>The pictures in their order; none where there are none, and where they can no longer be read.</summary>
    public IReadOnlyList<SecretPicture> Pictures { get; init; } = [];

    /// <summary>There is something on the card that can no longer be read.</summary>
    public bool IsUnreadable { get; init; }

    public override string ToString() => $"card of {Student.UserName}";
}
