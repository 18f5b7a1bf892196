using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class CodeValidityTests(SchoolTemplates templates)
{
    private const string NoLongerValid = "This code is no longer valid. Ask your teacher for a new one.";

    [Theory, BothProviders]
    public async Task A_code_lets_students_in_until_it_expires(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var now = school.Clock.Now;
        foreach (var (validity, end) in new (CodeValidity, DateTime?)[]
        {
            (CodeValidity.Today, new DateTime(2026, 9, 1, 23, 59, 59, DateTimeKind.Utc)), (CodeValidity.OneWeek, now.AddDays(7)),
            (CodeValidity.Off, now), (CodeValidity.Always, null),
        })
        {
            school.Clock.Now = now;
            Assert.Null(await school.JoinCodes.SetValidityAsync(c.Teacher, c.ClassId, validity, Ct));
            Assert.Equal(end, (await c.SeenAsync(school, c.Owner))!.CodeExpiresUtc);

            school.Clock.Now = (end ?? now.AddYears(1)).AddSeconds(-1);
            Assert.True((await school.Joins.JoinAsync(await school.AddAsync(Role.Student), c.Code, Ct)).Succeeded);
            school.Clock.Now = end ?? now.AddYears(2);
            var late = await school.Joins.JoinAsync(await school.AddAsync(Role.Student), c.Code, Ct);
            Assert.Equal(end is null ? null : NoLongerValid, late.Refusal?.Message);
        }

        Assert.IsType<Refusal.Invalid>(await school.JoinCodes.SetValidityAsync(c.Owner, c.ClassId, (CodeValidity)9, Ct));
    }

    [Theory, BothProviders]
    public async Task Whoever_is_in_or_waits_is_not_touched_by_a_new_code_or_one_that_is_off(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);

        Assert.Null(await school.JoinCodes.SetValidityAsync(c.Owner, c.ClassId, CodeValidity.Off, Ct));

        Assert.False((await school.Joins.JoinAsync(c.Student, c.Code, Ct)).Value!.IsWaiting);
        Assert.True((await school.Joins.JoinAsync(c.Waiting, c.Code, Ct)).Value!.IsWaiting);
        Assert.NotNull(await c.SeenAsync(school, c.Student));
        var fresh = (await school.JoinCodes.RenewAsync(c.Owner, c.ClassId, Ct)).Value!;
        Assert.Null((await c.SeenAsync(school, c.Owner))!.CodeExpiresUtc);
        Assert.True((await school.Joins.JoinAsync(await school.AddAsync(Role.Student), fresh, Ct)).Succeeded);
        Assert.Equal(2, (await school.WaitingRooms.GetAsync(c.Owner, c.ClassId, Ct))!.Waiting.Count);
        Assert.Single((await school.Rosters.ListAsync(c.Owner, c.ClassId, Ct))!);
    }

    [Theory, BothProviders]
    public async Task A_new_code_expires_when_the_old_one_would_have(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        Assert.Null(await school.JoinCodes.SetValidityAsync(c.Owner, c.ClassId, CodeValidity.OneWeek, Ct));

        Assert.True((await school.JoinCodes.RenewAsync(c.Owner, c.ClassId, Ct)).Succeeded);

        Assert.Equal(school.Clock.Now.AddDays(7), (await c.SeenAsync(school, c.Owner))!.CodeExpiresUtc);
    }
}
