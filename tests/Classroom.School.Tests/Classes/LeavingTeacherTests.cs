using Classroom.School.Audit;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class LeavingTeacherTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_teacher_who_is_taken_off_a_class_no_longer_sees_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher, await school.AddAsync(Role.Student));

        Assert.IsType<Refusal.Conflict>(await school.ClassTeachers.RemoveAsync(teacher, classId, teacher.UserId, Ct));
        Assert.NotNull(await school.Classes.GetAsync(teacher, classId, Ct));
        Assert.Null(await school.ClassTeachers.RemoveAsync(admin, classId, teacher.UserId, Ct));

        Assert.Null(await school.Classes.GetAsync(teacher, classId, Ct));
        Assert.Empty((await school.Classes.GetAsync(admin, classId, Ct))!.Staff);
        Assert.Single((await school.Rosters.ListAsync(admin, classId, Ct))!);
        Assert.Equal(AuditAction.TeacherRemoved, (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items[0].Action);
        Assert.IsType<Refusal.NotFound>(await school.ClassTeachers.RemoveAsync(admin, classId, teacher.UserId, Ct));
    }

    [Theory, BothProviders]
    public async Task A_list_of_classes_names_their_teachers(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher, "Ms Kim");
        await school.AddClassAsync(teacher);
        Assert.Equal(["Ms Kim"], Assert.Single(await school.Classes.ListAsync(teacher, Ct)).Teachers);
    }
}
