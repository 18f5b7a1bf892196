using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class ClassAccessTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Everyone_sees_only_what_is_theirs(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var otherTeacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var stranger = await school.AddAsync(Role.Student);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(teacher, student);

        foreach (var (actor, sees) in new[] { (teacher, true), (student, true), (admin, true), (otherTeacher, false), (stranger, false) })
        {
            Assert.Equal(sees, (await school.Classes.ListAsync(actor, Ct)).Any(c => c.Id == classId));
            Assert.Equal(sees, await school.Classes.GetAsync(actor, classId, Ct) is not null);
        }
    }

    [Theory, BothProviders]
    public async Task The_roster_is_for_the_teachers_of_the_class_and_admins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var zoe = await school.AddAsync(Role.Student, "Zoe");
        var ana = await school.AddAsync(Role.Student, "ana");
        var classId = await school.AddClassAsync(teacher, zoe, ana);

        var roster = await school.Rosters.ListAsync(teacher, classId, Ct);

        Assert.Equal(["ana", "Zoe"], roster!.Select(entry => entry.Student.DisplayName));
        Assert.NotNull(await school.Rosters.ListAsync(await school.AddAsync(Role.Admin), classId, Ct));
        Assert.Null(await school.Rosters.ListAsync(zoe, classId, Ct));
        Assert.Null(await school.Rosters.ListAsync(await school.AddAsync(Role.Teacher), classId, Ct));
    }

    [Theory, BothProviders]
    public async Task Students_are_not_shown_the_join_code(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);

        Assert.NotNull((await school.Classes.GetAsync(teacher, classId, Ct))!.JoinCode);
        Assert.NotNull(Assert.Single(await school.Classes.ListAsync(teacher, Ct)).JoinCode);
        Assert.Null((await school.Classes.GetAsync(student, classId, Ct))!.JoinCode);
        Assert.Null(Assert.Single(await school.Classes.ListAsync(student, Ct)).JoinCode);
    }

    [Theory, BothProviders]
    public async Task Only_an_admin_creates_classes_for_others_and_puts_students_into_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var other = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        var second = await school.AddClassAsync(teacher);

        foreach (var actor in new[] { teacher, student })
        {
            Assert.IsType<Refusal.NotFound>((await school.Classes.CreateAsync(actor, "8a", [], Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>(await school.Rosters.EnrolAsync(actor, classId, other.UserId, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Rosters.MoveStudentAsync(actor, student.UserId, classId, second, Ct));
            Assert.IsType<Refusal.NotFound>(await school.ClassTeachers.AddAsync(actor, classId, teacher.UserId, Ct));
        }

        Assert.Equal(student.UserId, Assert.Single((await school.Rosters.ListAsync(teacher, classId, Ct))!).Student.Id);
        Assert.Empty((await school.Rosters.ListAsync(teacher, second, Ct))!);
    }

    [Theory, BothProviders]
    public async Task A_stranger_changes_nothing_about_a_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);
        var before = await school.Classes.GetAsync(teacher, classId, Ct);

        foreach (var stranger in new[] { await school.AddAsync(Role.Teacher), student, await school.AddAsync(Role.Student) })
        {
            Assert.IsType<Refusal.NotFound>(await school.ClassSettings.ChangeAsync(stranger, classId, new("Mine"), before!.Version, Ct));
            Assert.IsType<Refusal.NotFound>((await school.JoinCodes.RenewAsync(stranger, classId, Ct)).Refusal);
            Assert.IsType<Refusal.NotFound>(await school.Rosters.RemoveAsync(stranger, classId, student.UserId, Ct));
        }

        Assert.Equivalent(before, await school.Classes.GetAsync(teacher, classId, Ct));
    }
}
