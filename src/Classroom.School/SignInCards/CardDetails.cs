using Classroom.School.People;

namespace Classroom.School.SignInCards;

/// <summary>What is printed on a card.</summary>
/// <param name="Secret">The password; null where it can no longer be read, so that she needs a new one.</param>
public sealed record CardDetails(int Id, Person Student, string? Secret, DateTime MadeUtc)
{
    public override string ToString() => $"card of {Student.UserName}";
}
