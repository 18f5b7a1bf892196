using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Accounts;

/// <summary>Proposes accounts for a list of new students.</summary>
internal static class StudentProposals
{
    public static async Task<IReadOnlyList<StudentProposal>> MakeAsync(
        ClassroomDbContext db, UserManager<User> users, int classId, IReadOnlyList<NewStudent> people, CancellationToken cancellationToken)
    {
        List<NewStudent> wanted = [.. people.Select(student => new NewStudent(
            student.Name.Trim(), string.IsNullOrWhiteSpace(student.UserName) ? null : student.UserName.Trim()))];
        var notes = await UserNameNotesAsync(db, users, wanted, cancellationToken);
        var faults = wanted.Select(student => AccountFaults.OfDisplayName(student.Name)).ToList();
        List<NewStudent> open =
        [
            .. wanted.Select((student, place) => new NewStudent(
                faults[place] is null ? student.Name : "", notes[place] is null ? student.UserName : null)),
        ];
        var userNames = await FreeUserNames.ChooseAsync(db, users, open, cancellationToken);
        var inClass = await InClassAsync(db, classId, cancellationToken);
        var first = new Dictionary<string, int>();
        var proposals = new List<StudentProposal>();
        foreach (var (place, student) in wanted.Index())
        {
            var key = faults[place] is null ? TitleKey.From(student.Name) : null;
            // Of a name that is still to be typed again nothing can be made.
            var userName = key is null && student.UserName is null ? "" : userNames[place];
            proposals.Add(new StudentProposal(student.Name, userName)
            {
                NameFault = faults[place],
                UserNameNote = notes[place] is { } note ? $"{note} \"{userNames[place]}\" is free." : null,
                SameNameAs = key is not null && !first.TryAdd(key, place) ? first[key] : null,
                InClass = key is not null && inClass.TryGetValue(key, out var state) ? state : null,
            });
        }

        return proposals;
    }

    /// <summary>Why a user name that was typed cannot be had; null for each that can, and for each that was not typed.</summary>
    private static async Task<string?[]> UserNameNotesAsync(
        ClassroomDbContext db, UserManager<User> users, List<NewStudent> people, CancellationToken cancellationToken)
    {
        var notes = people.Select(student => student.UserName is { } userName ? NewStudentFaults.OfUserName(users, userName) : null)
            .ToArray();
        var typed = people.Index().Where(line => line.Item.UserName is not null && notes[line.Index] is null)
            .Select(line => (Place: line.Index, Name: line.Item.UserName!, Key: users.NormalizeName(line.Item.UserName)!))
            .ToList();
        var keys = typed.Select(line => line.Key).Distinct().ToList();
        var taken = keys.Count == 0
            ? []
            : await db.Users.Where(user => keys.Contains(user.NormalizedUserName!)).Select(user => user.NormalizedUserName!)
                .ToHashSetAsync(cancellationToken);
        var seen = new HashSet<string>();
        foreach (var (place, name, key) in typed)
        {
            notes[place] = taken.Contains(key) ? $"Someone already has the user name \"{name}\"."
                : !seen.Add(key) ? $"Someone above in this list has the user name \"{name}\" too."
                : null;
        }

        return notes;
    }

    /// <summary>By name, and whoever is in the class before those who wait or were removed.</summary>
    private static async Task<Dictionary<string, EnrolmentState>> InClassAsync(
        ClassroomDbContext db, int classId, CancellationToken cancellationToken)
    {
        var people = await db.Enrolments.InAnyState().Where(enrolment => enrolment.ClassId == classId)
            .Select(enrolment => new { enrolment.User.DisplayName, enrolment.State })
            .ToListAsync(cancellationToken);
        return people.GroupBy(person => TitleKey.From(person.DisplayName))
            .ToDictionary(same => same.Key, same => same.Select(person => person.State).OrderBy(Order).First());
    }

    private static int Order(EnrolmentState state) => state switch
    {
        EnrolmentState.Enrolled => 0,
        EnrolmentState.Waiting => 1,
        _ => 2,
    };
}
