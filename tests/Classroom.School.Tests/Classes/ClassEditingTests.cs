using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class ClassEditingTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_rename_based_on_an_outdated_page_is_refused(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        var seen = (await school.Classes.GetAsync(teacher, classId, Ct))!;

        Assert.Null(await school.ClassSettings.ChangeAsync(teacher, classId, new("First"), seen.Version, Ct));
        var second = await school.ClassSettings.ChangeAsync(teacher, classId, new("Second"), seen.Version, Ct);

        Assert.IsType<Refusal.Conflict>(second);
        Assert.Equal("First", (await school.Classes.GetAsync(teacher, classId, Ct))!.Name);
    }

    [Theory, BothProviders]
    public async Task Of_several_renames_at_once_exactly_one_counts(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        var seen = (await school.Classes.GetAsync(teacher, classId, Ct))!;

        var refusals = await AtOnce(4, () => school.ClassSettings.ChangeAsync(teacher, classId, new("New name"), seen.Version, Ct));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Equal(3, refusals.Count(refusal => refusal is Refusal.Conflict));
        Assert.Equal(seen.Version + 1, (await school.Classes.GetAsync(teacher, classId, Ct))!.Version);
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_with_a_new_class_is_named_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var student = await school.AddAsync(Role.Student);

        var outcome = await school.Classes.CreateAsync(admin, "  ", [student.UserId, 4711], Ct);

        var faults = Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults;
        Assert.Equal(["name", "teachers", "teachers"], faults.Select(fault => fault.Field));
        Assert.Contains(faults, fault => fault.Message.Contains("4711", StringComparison.Ordinal));
        Assert.Empty(await school.Classes.ListAsync(admin, Ct));
    }

    [Theory, BothProviders]
    public async Task A_name_that_is_too_long_is_refused_with_its_length(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);

        var outcome = await school.Classes.CreateAsync(admin, new string('x', 101), [], Ct);

        Assert.Contains("101", Assert.Single(Assert.IsType<Refusal.Invalid>(outcome.Refusal).Faults).Message, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task A_second_teacher_sees_the_class_once_added(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var second = await school.AddAsync(Role.Teacher);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(await school.AddAsync(Role.Teacher), student);

        Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, second.UserId, Ct));
        Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, second.UserId, Ct));
        var asTeacher = await school.ClassTeachers.AddAsync(admin, classId, student.UserId, Ct);

        Assert.Equal(2, (await school.Classes.GetAsync(second, classId, Ct))!.Staff.Count);
        Assert.IsType<Refusal.Invalid>(asTeacher);
    }
}
