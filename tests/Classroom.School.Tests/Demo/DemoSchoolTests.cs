using Classroom.School.Demo;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class DemoSchoolTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_demo_school_is_the_promised_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await DemoSchool.SeedAsync(school.Services, Ct);

        await using var db = school.OpenContext();
        var users = await db.Users.ToListAsync(Ct);
        Assert.Equal(
            ["admin", .. Enumerable.Range(1, 30).Select(n => $"student{n:00}"), "teacher"],
            users.Select(user => user.UserName).Order(StringComparer.Ordinal));
        Assert.All(users, user => Assert.True(user.LockoutEnabled));
        var teacher = ActorOf(users, "teacher");
        var demo = Assert.Single(await school.Classes.ListAsync(teacher, Ct));
        Assert.Equal(("Demo class", "DEMO42", 30), (demo.Name, demo.JoinCode, demo.Students));
        foreach (var name in new[] { "admin", "teacher", "student01", "student30" })
        {
            Assert.True(await school.PasswordIsRightAsync(users.Single(user => user.UserName == name).Id, "demo-classroom"));
        }
    }

    [Theory, BothProviders]
    public async Task Its_assignments_are_lessons_that_exist_due_in_the_next_days(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await DemoSchool.SeedAsync(school.Services, Ct);

        await using var db = school.OpenContext();
        var due = await school.Progress.AssignedAsync(ActorOf(await db.Users.ToListAsync(Ct), "student07"), Ct);

        Assert.Equal(
            ["convolutional-neural-network", "recurrent-neural-network", "overfitting"], due.Select(item => item.Assignment.Slug));
        Assert.All(due, item => Assert.NotNull(school.Curriculum.Find(item.Assignment.Slug)));
        Assert.All(due, item => Assert.InRange(item.Assignment.DueUtc, school.Clock.Now.AddDays(1), school.Clock.Now.AddDays(14)));
    }

    [Theory, BothProviders]
    public async Task Seeding_again_adds_nothing_and_keeps_what_people_changed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        await DemoSchool.SeedAsync(school.Services, Ct);
        var teacher = await TeacherAsync(school);
        var demo = Assert.Single(await school.Classes.ListAsync(teacher, Ct));
        await school.ClassSettings.ChangeAsync(teacher, demo.Id, new("Our class"), demo.Version, Ct);
        var gone = (await school.Rosters.ListAsync(teacher, demo.Id, Ct))![0].Student.Id;
        await school.Rosters.RemoveAsync(teacher, demo.Id, gone, Ct);

        await DemoSchool.SeedAsync(school.Services, Ct);

        var again = Assert.Single(await school.Classes.ListAsync(teacher, Ct));
        Assert.Equal(("Our class", 29), (again.Name, again.Students));
        await using var db = school.OpenContext();
        Assert.Equal(32, await db.Users.CountAsync(Ct));
        Assert.Equal(3, await db.Assignments.CountAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_school_with_people_of_its_own_gets_no_neighbors_whose_password_everyone_knows(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        // Even if the only one has a name as in the demo school.
        await school.People.CreateAdminAsync("Admin", "my own password", Ct);

        var refusals = new[] { await DemoSchool.SeedAsync(school.Services, Ct), await DemoSchool.SeedAloneAsync(school.Services, Ct) };

        Assert.All(
            refusals,
            refusal => Assert.Contains(
                "people of its own (1)", Assert.IsType<Refusal.Conflict>(refusal).Message, StringComparison.Ordinal));
        await using var db = school.OpenContext();
        Assert.Equal("Admin", (await db.Users.SingleAsync(Ct)).UserName);
        Assert.False(await db.Classes.AnyAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_demo_school_that_others_have_joined_starts_again_but_is_not_filled_by_command(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        Assert.Null(await DemoSchool.SeedAloneAsync(school.Services, Ct));
        Assert.Null(await DemoSchool.SeedAloneAsync(school.Services, Ct));
        await school.AddAsync(Role.Student, "Maria");

        Assert.Null(await DemoSchool.SeedAsync(school.Services, Ct));
        Assert.IsType<Refusal.Conflict>(await DemoSchool.SeedAloneAsync(school.Services, Ct));
    }

    private static Actor ActorOf(List<User> users, string name)
    {
        var user = users.Single(user => user.UserName == name);
        return new Actor(user.Id, user.Role);
    }

    private static async Task<Actor> TeacherAsync(TestSchool school)
    {
        await using var db = school.OpenContext();
        return ActorOf(await db.Users.ToListAsync(Ct), "teacher");
    }
}
