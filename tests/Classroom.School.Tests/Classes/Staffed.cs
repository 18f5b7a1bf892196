using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A class with someone in each role, a student who is in it, one who waits and one who was removed.</summary>
internal sealed record Staffed(int ClassId, Actor Admin, Actor Owner, Actor Teacher, Actor Assistant, Actor Stranger)
{
    public required Actor Student { get; init; }

    public required Actor Waiting { get; init; }

    public required Actor Removed { get; init; }

    public required string Code { get; init; }

    public static async Task<Staffed> CreateAsync(TestSchool school)
    {
        var (admin, owner) = (await school.AddAsync(Role.Admin), await school.AddAsync(Role.Teacher, "Owner"));
        var (teacher, assistant) = (await school.AddAsync(Role.Teacher, "Teacher"), await school.AddAsync(Role.Teacher, "Assistant"));
        var (student, waiting) = (await school.AddAsync(Role.Student, "Student"), await school.AddAsync(Role.Student, "Waiting"));
        var removed = await school.AddAsync(Role.Student, "Removed");
        var classId = await school.AddClassAsync(owner, student, removed);
        Assert.Null(await school.Rosters.RemoveAsync(owner, classId, removed.UserId, Ct));
        foreach (var (actor, role) in new[] { (teacher, ClassRole.Teacher), (assistant, ClassRole.Assistant) })
        {
            Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, actor.UserId, Ct));
            Assert.Null(await school.ClassTeachers.ChangeRoleAsync(admin, classId, actor.UserId, role, Ct));
        }

        var code = (await school.Classes.GetAsync(owner, classId, Ct))!.JoinCode!;
        Assert.True((await school.Joins.JoinAsync(waiting, code, Ct)).Value!.IsWaiting);
        return new Staffed(classId, admin, owner, teacher, assistant, await school.AddAsync(Role.Teacher, "Stranger"))
        {
            Student = student,
            Waiting = waiting,
            Removed = removed,
            Code = code,
        };
    }

    public Task<ClassDetails?> SeenAsync(TestSchool school, Actor actor) => school.Classes.GetAsync(actor, ClassId, Ct);
}
