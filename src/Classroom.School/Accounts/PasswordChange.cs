namespace Classroom.School.Accounts;

/// <summary>What someone types to change her password; nothing of it is ever written down.</summary>
public sealed record PasswordChange(string? Current, string? Wanted, string? Again)
{
    public override string ToString() => nameof(PasswordChange);
}
