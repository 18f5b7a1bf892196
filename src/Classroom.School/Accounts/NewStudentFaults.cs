using System.Globalization;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Accounts;

/// <summary>What can be wrong with a list of new students, each fault with its place in the list.</summary>
internal static class NewStudentFaults
{
    /// <summary>With one query, however many there are.</summary>
    public static async Task<IReadOnlyList<Fault>> FindAsync(
        ClassroomDbContext db, UserManager<User> users, IReadOnlyList<NewStudent> people, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        var first = new Dictionary<string, int>();
        for (var place = 0; place < people.Count; place++)
        {
            var (name, userName) = (people[place].Name.Trim(), people[place].UserName?.Trim());
            if (AccountFaults.OfDisplayName(name) is { } unfit)
            {
                faults.Add(new(Field(place, "name"), unfit));
            }

            if (userName is null)
            {
                continue;
            }

            if (OfUserName(users, userName) is { } fault)
            {
                faults.Add(new(Field(place, "userName"), fault));
            }
            else if (!first.TryAdd(users.NormalizeName(userName)!, place))
            {
                var other = first[users.NormalizeName(userName)!];
                faults.Add(new(
                    Field(place, "userName"),
                    $"people[{other.ToString(CultureInfo.InvariantCulture)}] has the user name \"{userName}\" too. Choose another one."));
            }
        }

        var wanted = first.Keys.ToList();
        var taken = wanted.Count == 0
            ? []
            : await db.Users.Where(user => wanted.Contains(user.NormalizedUserName!)).Select(user => user.NormalizedUserName!)
                .ToListAsync(cancellationToken);
        faults.AddRange(taken.Select(name => first[name]).Order()
            .Select(place => new Fault(Field(place, "userName"), AccountFaults.IsTaken(people[place].UserName!.Trim()))));
        return faults;
    }

    /// <summary>Why nobody can have this user name; null where someone can.</summary>
    public static string? OfUserName(UserManager<User> users, string userName) =>
        userName.Length == 0 ? "Give a user name, or leave the field out to have one made of the name."
        : userName.Any(character => !users.Options.User.AllowedUserNameCharacters.Contains(character, StringComparison.Ordinal))
            ? AccountFaults.CannotBeUserName(userName)
        : AccountFaults.LengthOfUserName(userName);

    private static string Field(int place, string name) => string.Create(CultureInfo.InvariantCulture, $"people[{place}].{name}");
}
