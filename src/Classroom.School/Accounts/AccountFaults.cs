using Classroom.Naming;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;

namespace Classroom.School.Accounts;

/// <summary>What is wrong with an account, for the person who typed it.</summary>
internal static class AccountFaults
{
    public static Fault ToFault(User person, IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => UserNameTaken(person.UserName!),
        nameof(IdentityErrorDescriber.InvalidUserName) => new("userName", CannotBeUserName(person.UserName!)),
        _ when error.Code.StartsWith("Password", StringComparison.Ordinal) => new("password", error.Description),
        _ => new("userName", error.Description),
    };

    public static Fault UserNameTaken(string userName) => new("userName", IsTaken(userName));

    public static string IsTaken(string userName) => $"Someone already has the user name \"{userName}\". Choose another one.";

    public static string CannotBeUserName(string userName) =>
        $"\"{userName}\" cannot be a user name: use the letters a to z, digits, and - . _ @ +, without spaces.";

    /// <summary>Null where it fits.</summary>
    public static string? LengthOfUserName(string userName) => userName.Length > PeopleService.LongestUserName
        ? $"The user name has {userName.Length} characters; at most {PeopleService.LongestUserName} fit."
        : null;

    /// <summary>What is wrong with the name that others see; null where nothing is.</summary>
    public static string? OfDisplayName(string name) => name.Length switch
    {
        0 => "Give the name that others see.",
        > PeopleService.LongestDisplayName => $"The name has {name.Length} characters; at most {PeopleService.LongestDisplayName} fit.",
        _ => NameText.Fault(name),
    };
}
