using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class RosterTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_moved_student_is_in_the_new_class_only_and_keeps_her_work(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var oldTeacher = await school.AddAsync(Role.Teacher);
        var newTeacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var from = await school.AddClassAsync(oldTeacher, student);
        var to = await school.AddClassAsync(newTeacher);
        var run = (await school.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!;

        Assert.Null(await school.Rosters.MoveStudentAsync(admin, student.UserId, from, to, Ct));

        Assert.Empty((await school.Rosters.ListAsync(oldTeacher, from, Ct))!);
        Assert.Single((await school.Rosters.ListAsync(newTeacher, to, Ct))!);
        Assert.Null(await school.Runs.FindAsync(oldTeacher, run.Id, Ct));
        Assert.NotNull(await school.Runs.FindAsync(newTeacher, run.Id, Ct));
    }

    [Theory, BothProviders]
    public async Task A_move_that_cannot_be_done_leaves_the_student_where_she_was(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var from = await school.AddClassAsync(teacher, student);
        var empty = await school.AddClassAsync(teacher);

        Assert.IsType<Refusal.NotFound>(await school.Rosters.MoveStudentAsync(admin, student.UserId, from, 4711, Ct));
        Assert.IsType<Refusal.NotFound>(await school.Rosters.MoveStudentAsync(admin, student.UserId, empty, from, Ct));
        Assert.IsType<Refusal.Invalid>(await school.Rosters.MoveStudentAsync(admin, student.UserId, from, from, Ct));

        Assert.Single((await school.Rosters.ListAsync(teacher, from, Ct))!);
        Assert.Empty((await school.Rosters.ListAsync(teacher, empty, Ct))!);
    }

    [Theory, BothProviders]
    public async Task Moving_into_a_class_she_is_in_already_leaves_her_in_it_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var from = await school.AddClassAsync(teacher, student);
        var to = await school.AddClassAsync(teacher, student);

        Assert.Null(await school.Rosters.MoveStudentAsync(admin, student.UserId, from, to, Ct));

        Assert.Empty((await school.Rosters.ListAsync(teacher, from, Ct))!);
        Assert.Single((await school.Rosters.ListAsync(teacher, to, Ct))!);
    }

    [Theory, BothProviders]
    public async Task A_teacher_takes_a_student_out_of_her_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(teacher, student);

        Assert.Null(await school.Rosters.RemoveAsync(teacher, classId, student.UserId, Ct));
        Assert.IsType<Refusal.NotFound>(await school.Rosters.RemoveAsync(teacher, classId, student.UserId, Ct));

        Assert.Empty(await school.Classes.ListAsync(student, Ct));
    }

    [Theory, BothProviders]
    public async Task Only_students_are_enrolled(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);

        Assert.IsType<Refusal.Invalid>(await school.Rosters.EnrolAsync(admin, classId, teacher.UserId, Ct));
        Assert.IsType<Refusal.Invalid>(await school.Rosters.EnrolAsync(admin, classId, 4711, Ct));
        Assert.Empty((await school.Rosters.ListAsync(admin, classId, Ct))!);
    }
}
