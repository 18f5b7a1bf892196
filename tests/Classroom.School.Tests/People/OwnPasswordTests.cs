using Classroom.School.Accounts;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class OwnPasswordTests(SchoolTemplates templates)
{
    private const string Old = "the old one";
    private const string Fresh = "the fresh one";

    [Theory, BothProviders]
    public async Task Someone_who_knows_her_password_changes_it_and_all_sign_ins_end(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ana = await AddAnaAsync(school);
        var stamp = await StampAsync(school, ana);

        Assert.Null(await school.Passwords.ChangeAsync(ana, new PasswordChange(Old, Fresh, Fresh), Ct));

        Assert.True(await school.PasswordIsRightAsync(ana.UserId, Fresh));
        Assert.False(await school.PasswordIsRightAsync(ana.UserId, Old));
        Assert.NotEqual(stamp, await StampAsync(school, ana));
    }

    [Theory, BothProviders]
    public async Task Every_fault_of_a_change_is_named_and_nothing_changes(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ana = await AddAnaAsync(school);

        var wrong = Assert.IsType<Refusal.Invalid>(await school.Passwords.ChangeAsync(ana, new PasswordChange("no", "short", "other"), Ct));
        var empty = Assert.IsType<Refusal.Invalid>(await school.Passwords.ChangeAsync(ana, new PasswordChange(null, null, null), Ct));
        var endless = new string('x', PasswordService.LongestPassword + 1);
        var tooLong = Assert.IsType<Refusal.Invalid>(
            await school.Passwords.ChangeAsync(ana, new PasswordChange(Old, endless, endless), Ct));

        Assert.Equal(["current", "password", "again"], wrong.Faults.Select(fault => fault.Field));
        Assert.Equal(["current", "password"], empty.Faults.Select(fault => fault.Field));
        Assert.Equal("password", Assert.Single(tooLong.Faults).Field);
        Assert.True(await school.PasswordIsRightAsync(ana.UserId, Old));
    }

    [Theory, BothProviders]
    public async Task Guessing_the_current_password_locks_as_at_sign_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ana = await AddAnaAsync(school);
        for (var i = 0; i < 4; i++)
        {
            Assert.IsType<Refusal.Invalid>(await school.Passwords.ChangeAsync(ana, new PasswordChange($"guess {i}", Fresh, Fresh), Ct));
        }

        Assert.IsType<Refusal.Conflict>(await school.Passwords.ChangeAsync(ana, new PasswordChange("guess 4", Fresh, Fresh), Ct));
        Assert.IsType<Refusal.Conflict>(await school.Passwords.ChangeAsync(ana, new PasswordChange(Old, Fresh, Fresh), Ct));
        Assert.True(await school.PasswordIsRightAsync(ana.UserId, Old));
    }

    private static async Task<Actor> AddAnaAsync(TestSchool school)
    {
        var created = await school.People.CreateAsync(
            await school.AddAsync(Role.Admin),
            new NewPerson { UserName = "ana", DisplayName = "Ana", Role = Role.Student, Password = Old },
            Ct);
        return new Actor(created.Value!.Person.Id, Role.Student);
    }

    private static Task<string?> StampAsync(TestSchool school, Actor who) => school.WithUsersAsync(async users =>
        (await users.FindByIdAsync($"{who.UserId}"))!.SecurityStamp);
}
