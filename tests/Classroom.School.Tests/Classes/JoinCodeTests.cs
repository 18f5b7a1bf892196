using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class JoinCodeTests(SchoolTemplates templates)
{
    [Fact]
    public void A_code_has_six_characters_that_nobody_mixes_up()
    {
        for (var i = 0; i < 500; i++)
        {
            Assert.Matches("^[A-HJKMNP-Z2-9]{6}$", JoinCode.New());
        }
    }

    [Theory, BothProviders]
    public async Task A_code_works_in_small_letters_with_spaces_and_dashes_and_joining_twice_is_joining_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher);
        var code = (await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode!;

        var joined = await school.Joins.JoinAsync(student, $" {code[..3].ToLowerInvariant()}-{code[3..].ToLowerInvariant()} ", Ct);
        var again = await school.Joins.JoinAsync(student, code, Ct);

        Assert.Equal(new JoinedClass(classId, "7b", IsWaiting: true), joined.Value);
        Assert.Equal(joined.Value, again.Value);
        Assert.Single((await school.WaitingRooms.GetAsync(teacher, classId, Ct))!.Waiting);
    }

    [Theory, BothProviders]
    public async Task Several_clicks_on_join_at_once_join_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher);
        var code = (await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode!;

        var outcomes = await AtOnce(4, () => school.Joins.JoinAsync(student, code, Ct));

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Single((await school.WaitingRooms.GetAsync(teacher, classId, Ct))!.Waiting);
    }

    [Theory, BothProviders]
    public async Task An_unknown_code_says_what_to_do(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        foreach (var code in new[] { "NOSUCH", "", "' OR 1=1 --", null! })
        {
            var refusal = Assert.IsType<Refusal.Invalid>((await school.Joins.JoinAsync(student, code, Ct)).Refusal);
            Assert.Equal("code", Assert.Single(refusal.Faults).Field);
        }
    }

    [Theory, BothProviders]
    public async Task A_new_code_ends_the_old_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher);
        var old = (await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode!;

        var fresh = (await school.JoinCodes.RenewAsync(teacher, classId, Ct)).Value!;

        Assert.False((await school.Joins.JoinAsync(student, old, Ct)).Succeeded);
        Assert.True((await school.Joins.JoinAsync(student, fresh, Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task A_teacher_cannot_slip_into_a_class_with_its_code(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var other = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        var code = (await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode!;

        Assert.IsType<Refusal.Invalid>((await school.Joins.JoinAsync(other, code, Ct)).Refusal);
        Assert.Null(await school.Classes.GetAsync(other, classId, Ct));
    }
}
