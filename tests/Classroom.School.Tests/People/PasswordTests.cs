using Classroom.School.Accounts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class PasswordTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_teacher_resets_the_password_of_her_own_students_only(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var mine = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, mine);
        var colleague = await school.AddAsync(Role.Teacher);
        await school.ClassTeachers.AddAsync(await school.AddAsync(Role.Admin), classId, colleague.UserId, Ct);

        var reset = await school.Passwords.ResetAsync(teacher, mine.UserId, Ct);

        Assert.True(await school.PasswordIsRightAsync(mine.UserId, reset.Value!.Password));
        foreach (var other in new[] { await school.AddAsync(Role.Student), colleague, await school.AddAsync(Role.Admin), teacher })
        {
            Assert.IsType<Refusal.NotFound>((await school.Passwords.ResetAsync(teacher, other.UserId, Ct)).Refusal);
        }

        Assert.IsType<Refusal.NotFound>((await school.Passwords.ResetAsync(mine, mine.UserId, Ct)).Refusal);
    }

    [Theory, BothProviders]
    public async Task An_admin_resets_anyones_password_and_the_old_one_stops(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var teacher = (await school.People.CreateAsync(
            admin, new NewPerson { UserName = "t", DisplayName = "T", Role = Role.Teacher, Password = "the old one" }, Ct)).Value!;

        var reset = (await school.Passwords.ResetAsync(admin, teacher.Person.Id, Ct)).Value!;

        Assert.True(await school.PasswordIsRightAsync(teacher.Person.Id, reset.Password));
        Assert.False(await school.PasswordIsRightAsync(teacher.Person.Id, "the old one"));
    }

    [Theory, BothProviders]
    public async Task A_reset_signs_out_everywhere_and_unlocks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var student = await school.AddAsync(Role.Student);
        Task<(string? Stamp, bool Locked)> Read() => school.WithUsersAsync(async users =>
        {
            var user = (await users.FindByIdAsync($"{student.UserId}"))!;
            return (user.SecurityStamp, await users.IsLockedOutAsync(user));
        });
        await FailAsync(school, student.UserId, 5);
        var before = await Read();

        await school.Passwords.ResetAsync(admin, student.UserId, Ct);

        var after = await Read();
        Assert.True(before.Locked);
        Assert.False(after.Locked);
        Assert.NotEqual(before.Stamp, after.Stamp);
    }

    [Theory, BothProviders]
    public async Task Five_wrong_passwords_lock_for_five_minutes(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var person = (await school.People.CreateAsync(
            admin, new NewPerson { UserName = "ana", DisplayName = "Ana", Role = Role.Student }, Ct)).Value!.Person;

        await FailAsync(school, person.Id, 4);
        Assert.Null(await LockoutEndAsync(school, person.Id));

        var before = DateTimeOffset.UtcNow;
        await FailAsync(school, person.Id, 1);
        var end = await LockoutEndAsync(school, person.Id);
        Assert.InRange(end!.Value, before.AddMinutes(5).AddSeconds(-1), DateTimeOffset.UtcNow.AddMinutes(5).AddSeconds(1));
    }

    private static Task<DateTimeOffset?> LockoutEndAsync(TestSchool school, int userId) => school.WithUsersAsync(async users =>
        await users.GetLockoutEndDateAsync((await users.FindByIdAsync($"{userId}"))!));

    private static Task<bool> FailAsync(TestSchool school, int userId, int times) => school.WithUsersAsync(async users =>
    {
        var user = (await users.FindByIdAsync($"{userId}"))!;
        user.LockoutEnabled = true;
        for (var i = 0; i < times; i++)
        {
            Assert.True((await users.AccessFailedAsync(user)).Succeeded);
        }

        return true;
    });

    [Theory, BothProviders]
    public async Task Passwords_are_stored_as_hashes_only(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var created = (await school.People.CreateAsync(
            admin, new NewPerson { UserName = "ana", DisplayName = "Ana", Role = Role.Student }, Ct)).Value!;

        await using var db = school.OpenContext();
        var stored = await db.Users.SingleAsync(user => user.Id == created.Person.Id, Ct);
        var audit = await db.Audit.Where(entry => entry.Detail != null).Select(entry => entry.Detail).ToListAsync(Ct);

        Assert.True(stored.PasswordHash!.Length > 60);
        Assert.DoesNotContain(created.Password, stored.PasswordHash, StringComparison.Ordinal);
        Assert.DoesNotContain(audit, detail => detail!.Contains(created.Password, StringComparison.Ordinal));
    }
}
