using Classroom.School.Audit;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class ClassStaffTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_teacher_owns_the_class_that_she_creates(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var created = (await school.Classes.CreateOwnAsync(teacher, " 8c ", Ct)).Value!;

        Assert.Equal(("8c", false, true, true), (created.Name, created.AdmitsAtOnce, created.IsManaged, created.IsOwned));
        Assert.Equal((teacher.UserId, ClassRole.Owner), (created.Staff.Single().Person.Id, created.Staff.Single().Role));
        Assert.IsType<Refusal.Invalid>((await school.Classes.CreateOwnAsync(teacher, " ", Ct)).Refusal);
        Assert.IsType<Refusal.NotFound>((await school.Classes.CreateOwnAsync(await school.AddAsync(Role.Student), "8c", Ct)).Refusal);
    }

    [Theory, BothProviders]
    public async Task The_first_teacher_of_a_class_owns_it_and_further_ones_do_not(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var (first, second) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var classId = await school.AddClassAsync(null);

        foreach (var teacher in new[] { second, first, second })
        {
            Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, teacher.UserId, Ct));
        }

        Assert.Equal([(second.UserId, ClassRole.Owner), (first.UserId, ClassRole.Teacher)], await StaffAsync(school, admin, classId));
        var named = (await school.Classes.CreateAsync(admin, "8c", [second.UserId, first.UserId], Ct)).Value!;
        Assert.Equal([(second.UserId, ClassRole.Owner), (first.UserId, ClassRole.Teacher)], await StaffAsync(school, admin, named.Id));
    }

    [Theory, BothProviders]
    public async Task Several_teachers_who_are_added_at_once_make_one_owner(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        Actor[] teachers =
            [await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher)];
        var classId = await school.AddClassAsync(null);
        var turn = -1;

        var refusals = await AtOnce(
            3, () => school.ClassTeachers.AddAsync(admin, classId, teachers[Interlocked.Increment(ref turn)].UserId, Ct));

        Assert.All(refusals, Assert.Null);
        var staff = await StaffAsync(school, admin, classId);
        Assert.Equal((3, 1), (staff.Count, staff.Count(member => member.Role == ClassRole.Owner)));
    }

    [Theory, BothProviders]
    public async Task Handing_a_class_on_makes_the_old_owner_a_teacher_in_one_act(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var turn = 0;
        var heirs = new[] { c.Teacher, c.Assistant };

        // Both at once: the second one finds that the class is no longer hers to give.
        var refusals = await AtOnce(2, () => school.ClassTeachers.ChangeRoleAsync(
            c.Owner, c.ClassId, heirs[Interlocked.Increment(ref turn) - 1].UserId, ClassRole.Owner, Ct));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.Single(refusals, refusal => refusal is Refusal.NotFound);
        var staff = await StaffAsync(school, c.Admin, c.ClassId);
        Assert.Single(staff, member => member.Role == ClassRole.Owner);
        Assert.Contains((c.Owner.UserId, ClassRole.Teacher), staff);
        var entries = (await school.Audit.ListAsync(c.Admin, cancellationToken: Ct))!.Items;
        Assert.Contains(entries, entry => entry.Action == AuditAction.TeacherRoleChanged
            && entry.Detail!.StartsWith("from Owner to Teacher", StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task A_class_never_loses_its_owner_while_others_are_on_its_staff(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);

        foreach (var actor in new[] { c.Owner, c.Admin })
        {
            Assert.IsType<Refusal.Conflict>(await school.ClassTeachers.RemoveAsync(actor, c.ClassId, c.Owner.UserId, Ct));
            Assert.IsType<Refusal.Conflict>(
                await school.ClassTeachers.ChangeRoleAsync(actor, c.ClassId, c.Owner.UserId, ClassRole.Teacher, Ct));
            Assert.IsType<Refusal.NotFound>(
                await school.ClassTeachers.ChangeRoleAsync(actor, c.ClassId, c.Stranger.UserId, ClassRole.Owner, Ct));
            Assert.IsType<Refusal.Invalid>(
                await school.ClassTeachers.ChangeRoleAsync(actor, c.ClassId, c.Teacher.UserId, (ClassRole)7, Ct));
        }

        Assert.Contains((c.Owner.UserId, ClassRole.Owner), await StaffAsync(school, c.Admin, c.ClassId));
        await using var db = school.OpenContext();
        db.ClassTeachers.Add(new ClassTeacher { ClassId = c.ClassId, UserId = c.Stranger.UserId, Role = ClassRole.Owner });
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_co_teacher_is_added_by_her_user_name_and_nobody_else_is_told_of(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var names = await NamesAsync(school);

        Task<Refusal?> Add(string? name, ClassRole role = ClassRole.Assistant) =>
            school.ClassTeachers.AddByNameAsync(c.Owner, c.ClassId, name, role, Ct);

        // A student, nobody, a part of a name: all the same to whoever asks.
        var faults = new HashSet<string>();
        foreach (var name in new[] { names[c.Student.UserId], "nobody", names[c.Stranger.UserId][..3], "a\0b", "%" })
        {
            faults.Add(Assert.IsType<Refusal.Invalid>(await Add(name)).Message);
        }

        Assert.Single(faults);
        Assert.Equal(
            ["userName", "role"],
            Assert.IsType<Refusal.Invalid>(await Add(" ", ClassRole.Owner)).Faults.Select(fault => fault.Field));
        Assert.Null(await Add($" {names[c.Stranger.UserId].ToLowerInvariant()} "));
        Assert.Null(await Add(names[c.Stranger.UserId]));
        Assert.Contains((c.Stranger.UserId, ClassRole.Assistant), await StaffAsync(school, c.Admin, c.ClassId));
    }

    private static async Task<List<(int Id, ClassRole Role)>> StaffAsync(TestSchool school, Actor actor, int classId) =>
        [.. (await school.Classes.GetAsync(actor, classId, Ct))!.Staff.Select(member => (member.Person.Id, member.Role))];

    private static async Task<Dictionary<int, string>> NamesAsync(TestSchool school)
    {
        await using var db = school.OpenContext();
        return await db.Users.ToDictionaryAsync(user => user.Id, user => user.UserName!, Ct);
    }
}
