namespace Classroom.School.Accounts;

/// <summary>A student whom a teacher adds to her class.</summary>
/// <param name="Name">What others see.</param>
/// <param name="UserName">Null where one is to be made of the name.</param>
public sealed record NewStudent(string Name, string? UserName = null);
