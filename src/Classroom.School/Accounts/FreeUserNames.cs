using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Accounts;

/// <summary>Gives each student the user name that was typed, or the first free one of those made of the name.</summary>
internal static class FreeUserNames
{
    // Ten numbers for each are nearly always enough, and one query looks them all up.
    private const int FirstLook = 10;

    public static async Task<IReadOnlyList<string>> ChooseAsync(
        ClassroomDbContext db, UserManager<User> users, IReadOnlyList<NewStudent> people, CancellationToken cancellationToken)
    {
        var chosen = people.Select(student => student.UserName?.Trim()).ToArray();
        var gone = chosen.OfType<string>().Select(name => users.NormalizeName(name)!).ToHashSet();
        for (var look = FirstLook; chosen.Contains(null); look *= FirstLook)
        {
            var open = Enumerable.Range(0, people.Count).Where(place => chosen[place] is null)
                .ToDictionary(place => place, place => UserNameProposal.For(people[place].Name));
            var candidates = open.Values.Distinct().SelectMany(proposal => Candidates(users, proposal, look)).ToList();
            gone.UnionWith(await db.Users.Where(user => candidates.Contains(user.NormalizedUserName!))
                .Select(user => user.NormalizedUserName!).ToListAsync(cancellationToken));
            foreach (var (place, proposal) in open)
            {
                var number = Enumerable.Range(1, look)
                    .FirstOrDefault(number => gone.Add(users.NormalizeName(UserNameProposal.Numbered(proposal, number))!));
                chosen[place] = number == 0 ? null : UserNameProposal.Numbered(proposal, number);
            }
        }

        return chosen!;
    }

    private static IEnumerable<string> Candidates(UserManager<User> users, string proposal, int count) =>
        Enumerable.Range(1, count).Select(number => users.NormalizeName(UserNameProposal.Numbered(proposal, number))!);
}
