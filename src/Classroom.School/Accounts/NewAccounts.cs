namespace Classroom.School.Accounts;

/// <summary>Accounts that were made together, in the order in which they were asked for.</summary>
public sealed record NewAccounts(IReadOnlyList<Credentials> People);
