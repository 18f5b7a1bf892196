using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class NewPersonInClassTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_new_student_starts_in_her_class_or_is_not_created_at_all(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(teacher: null);

        var ana = (await school.People.CreateAsync(admin, Wanted("ana", Role.Student, classId), Ct)).Value!;
        var nowhere = await school.People.CreateAsync(admin, Wanted("bo", Role.Student, 99_999), Ct);
        var teacher = await school.People.CreateAsync(admin, Wanted("cy", Role.Teacher, classId), Ct);

        Assert.Equal([ana.Person.Id], (await school.Rosters.ListAsync(admin, classId, Ct))!.Select(entry => entry.Student.Id));
        Assert.Equal("class", Assert.Single(Assert.IsType<Refusal.Invalid>(nowhere.Refusal).Faults).Field);
        Assert.Equal("class", Assert.Single(Assert.IsType<Refusal.Invalid>(teacher.Refusal).Faults).Field);
        await using var db = school.OpenContext();
        Assert.False(await db.Users.AnyAsync(user => user.UserName == "bo" || user.UserName == "cy", Ct));
        Assert.Equal(AuditAction.StudentEnrolled, (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items[0].Action);
    }

    [Theory, BothProviders]
    public async Task Admins_find_people_by_user_name_and_see_who_can_teach(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin, "Zoe");
        var teacher = await school.AddAsync(Role.Teacher, "amy");
        var student = await school.AddAsync(Role.Student);
        var ana = (await school.People.CreateAsync(admin, Wanted("ana", Role.Student, null), Ct)).Value!.Person;

        Assert.Equal(ana, await school.People.FindAsync(admin, " ANA "));
        foreach (var name in new[] { null, "", "an", "ana\0" })
        {
            Assert.Null(await school.People.FindAsync(admin, name));
        }

        Assert.Null(await school.People.FindAsync(teacher, "ana"));
        Assert.Equal([teacher.UserId, admin.UserId], (await school.People.ListTeachersAsync(admin, Ct))!.Select(person => person.Id));
        Assert.Null(await school.People.ListTeachersAsync(teacher, Ct));
        Assert.Null(await school.People.ListTeachersAsync(student, Ct));
    }

    [Theory, BothProviders]
    public async Task Control_characters_are_refused_in_names_and_find_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        var person = await school.People.CreateAsync(admin, Wanted("ana", Role.Student, null) with { DisplayName = "A\0na" }, Ct);
        Assert.Equal("displayName", Assert.Single(Assert.IsType<Refusal.Invalid>(person.Refusal).Faults).Field);
        var created = await school.Classes.CreateAsync(admin, "7b\0", [], Ct);
        Assert.Equal("name", Assert.Single(Assert.IsType<Refusal.Invalid>(created.Refusal).Faults).Field);
        Assert.Empty((await school.People.ListAsync(admin, "\0", cancellationToken: Ct))!.Items);
        Assert.IsType<Refusal.Invalid>((await school.Joins.JoinAsync(await school.AddAsync(Role.Student), "AB\0CD", Ct)).Refusal);
    }

    private static NewPerson Wanted(string name, Role role, int? classId) =>
        new() { UserName = name, DisplayName = name, Role = role, Password = "long enough", ClassId = classId };
}
