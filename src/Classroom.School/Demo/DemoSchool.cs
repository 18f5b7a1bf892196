using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Demo;

/// <summary>A school to look around in: an admin, a teacher, thirty students, one class with three lessons assigned.</summary>
public static class DemoSchool
{
    public const string Password = "demo-classroom";

    public const string ClassName = "Demo class";

    public const string ClassCode = "DEMO42";

    private const int Students = 30;

    private static readonly (string Slug, int DueInDays)[] Lessons =
        [("convolutional-neural-network", 2), ("recurrent-neural-network", 5), ("overfitting", 9)];

    /// <summary>
    /// Adds whatever of the demo school is missing; what is there already stays as people have left it, and who has joined since.
    /// Refused, and nothing changed, in any other school: its people would get neighbors whose password everyone knows.
    /// </summary>
    /// <returns>Why nothing was done; null where the demo school is there.</returns>
    public static Task<Refusal?> SeedAsync(IServiceProvider services, CancellationToken cancellationToken = default) =>
        SeedAsync(services, othersMayHaveJoined: true, cancellationToken);

    /// <summary>
    /// As <see cref="SeedAsync(IServiceProvider, CancellationToken)"/>, and refused as well where others have joined the demo school.
    /// </summary>
    /// <returns>Why nothing was done; null where the demo school is there.</returns>
    public static Task<Refusal?> SeedAloneAsync(IServiceProvider services, CancellationToken cancellationToken = default) =>
        SeedAsync(services, othersMayHaveJoined: false, cancellationToken);

    private static async Task<Refusal?> SeedAsync(IServiceProvider services, bool othersMayHaveJoined, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var db = scope.ServiceProvider.GetRequiredService<ClassroomDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        var people = People(clock).ToList();
        var names = people.Select(person => users.NormalizeName(person.UserName)!).ToList();
        var known = await db.Users.Where(user => names.Contains(user.NormalizedUserName!)).ToListAsync(cancellationToken);
        // Also "admin" is somebody else's where none of our students is: the first admin of a school is often called so.
        var isDemo = known.Any(user => user.Role == Role.Student);
        var others = await db.Users.CountAsync(cancellationToken) - (isDemo ? known.Count : 0);
        if (others > 0 && !(isDemo && othersMayHaveJoined))
        {
            return new Refusal.Conflict(
                $"This database already has people of its own ({others}), and the password of the demo school is known to everyone. Use "
                    + "an empty database for the demo.");
        }

        var missing = people.ExceptBy(
            known.Select(user => user.NormalizedUserName), person => users.NormalizeName(person.UserName)).ToList();
        if (missing.Count > 0)
        {
            // All share one password, so one slow hash serves them all.
            var hash = users.PasswordHasher.HashPassword(missing[0], Password);
            foreach (var person in missing)
            {
                person.NormalizedUserName = users.NormalizeName(person.UserName);
                person.PasswordHash = hash;
                person.SecurityStamp = Guid.NewGuid().ToString("N");
                person.LockoutEnabled = true;
            }

            db.Users.AddRange(missing);
            await db.SaveChangesAsync(cancellationToken);
        }

        if (!await db.Classes.AnyAsync(c => c.JoinCode == ClassCode, cancellationToken))
        {
            var calendar = scope.ServiceProvider.GetRequiredService<SchoolCalendar>();
            var demo = NewClass([.. known, .. missing], calendar.NowUtc);
            db.Classes.Add(demo);
            db.Assignments.AddRange(AssignmentsOf(demo, calendar));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private static IEnumerable<User> People(TimeProvider clock)
    {
        User Person(string userName, string displayName, Role role) =>
            new() { UserName = userName, DisplayName = displayName, Role = role, CreatedUtc = clock.UtcNow() };

        return
        [
            Person("admin", "Demo Admin", Role.Admin),
            Person("teacher", "Demo Teacher", Role.Teacher),
            .. Enumerable.Range(1, Students).Select(n => Person($"student{n:00}", $"Student {n:00}", Role.Student)),
        ];
    }

    private static SchoolClass NewClass(IReadOnlyList<User> people, DateTime now)
    {
        var demo = new SchoolClass { Name = ClassName, JoinCode = ClassCode, AdmitsAtOnce = true, CreatedUtc = now };
        demo.Teachers.AddRange(people.Where(user => user.Role == Role.Teacher)
            .Select(user => new ClassTeacher { UserId = user.Id, Role = ClassRole.Owner }));
        demo.Enrolments.AddRange(people.Where(user => user.Role == Role.Student)
            .Select(user => new Enrolment { UserId = user.Id, JoinedUtc = now }));
        return demo;
    }

    // At the end of the day, so that "due in two days" means a whole day whenever the demo is started.
    private static IEnumerable<Assignment> AssignmentsOf(SchoolClass demo, SchoolCalendar calendar) =>
        Lessons.Select(lesson => new Assignment
        {
            Class = demo,
            Slug = lesson.Slug,
            DueUtc = calendar.EndOf(calendar.Today.AddDays(lesson.DueInDays)),
            CreatedUtc = calendar.NowUtc,
        });
}
