using Classroom.School.People;
using Microsoft.AspNetCore.Identity;

namespace Classroom.School.Accounts;

/// <summary>What Identity finds wrong, for the person who typed it.</summary>
internal static class AccountFaults
{
    public static Fault ToFault(User person, IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => UserNameTaken(person.UserName!),
        nameof(IdentityErrorDescriber.InvalidUserName) => new(
            "userName", $"\"{person.UserName}\" cannot be a user name: use the letters a to z, digits, and - . _ @ +, without spaces."),
        _ when error.Code.StartsWith("Password", StringComparison.Ordinal) => new("password", error.Description),
        _ => new("userName", error.Description),
    };

    public static Fault UserNameTaken(string userName) =>
        new("userName", $"Someone already has the user name \"{userName}\". Choose another one.");
}
