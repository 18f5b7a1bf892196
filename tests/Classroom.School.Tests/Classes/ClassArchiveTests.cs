using Classroom.School.Accounts;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

public sealed class ClassArchiveTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task An_archived_class_leaves_its_students_and_is_read_by_its_staff(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var wanted = new NewAssignment { Slug = school.Term.Slug, DueUtc = school.Clock.Now.AddDays(3) };
        var assignment = (await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted, Ct)).Value!;
        var attempt = await Quiz.HandInAsync(school, c.Student, AttemptMode.Graded, right: true);

        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));
        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));

        Assert.Empty(await school.Classes.ListAsync(c.Student, Ct));
        Assert.Empty(await school.Classes.ListArchivedAsync(c.Student, Ct));
        Assert.Null(await c.SeenAsync(school, c.Student));
        Assert.Empty(await school.Progress.AssignedAsync(c.Student, Ct));
        Assert.Empty(await school.Joins.ListWaitingAsync(c.Waiting, Ct));
        Assert.Null((await school.AttemptReader.GetAsync(c.Student, attempt.Id, Ct))!.Answers?.UntilUtc);
        Assert.Null((await Quiz.StartAsync(school, c.Student)).AssignmentId);
        Assert.Equal(
            "This code is no longer valid. Ask your teacher for a new one.",
            (await school.Joins.JoinAsync(await school.AddAsync(Role.Student), c.Code, Ct)).Refusal!.Message);
        foreach (var actor in new[] { c.Owner, c.Teacher, c.Assistant, c.Admin })
        {
            Assert.DoesNotContain(await school.Classes.ListAsync(actor, Ct), listed => listed.Id == c.ClassId);
            Assert.Contains(await school.Classes.ListArchivedAsync(actor, Ct), listed => listed.Id == c.ClassId);
            Assert.False((await c.SeenAsync(school, actor))!.IsEditable);
            var cells = (await school.Progress.ClassProgressAsync(actor, c.ClassId, Ct))!.Students.Single().Cells;
            Assert.Equal(1, Assert.Single(cells).Score);
            Assert.NotNull(await school.Assignments.FindAsync(actor, assignment.Id, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task Nothing_in_an_archived_class_changes_before_it_is_restored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var wanted = new NewAssignment { Slug = school.Term.Slug, DueUtc = school.Clock.Now.AddDays(3) };
        var assignment = (await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted, Ct)).Value!;
        var other = await school.AddClassAsync(c.Owner, c.Student);
        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));
        var version = (await c.SeenAsync(school, c.Owner))!.Version;

        var refusals = new[]
        {
            await school.ClassSettings.ChangeAsync(c.Owner, c.ClassId, new("8b"), version, Ct),
            (await school.JoinCodes.RenewAsync(c.Owner, c.ClassId, Ct)).Refusal,
            await school.JoinCodes.SetValidityAsync(c.Owner, c.ClassId, CodeValidity.Always, Ct),
            await school.Rosters.RemoveAsync(c.Owner, c.ClassId, c.Student.UserId, Ct),
            await school.Rosters.EnrolAsync(c.Admin, c.ClassId, c.Removed.UserId, Ct),
            await school.Rosters.MoveStudentAsync(c.Admin, c.Student.UserId, c.ClassId, other, Ct),
            await school.Rosters.MoveStudentAsync(c.Admin, c.Student.UserId, other, c.ClassId, Ct),
            await school.WaitingRooms.AdmitAsync(c.Owner, c.ClassId, c.Waiting.UserId, Ct),
            await school.WaitingRooms.RefuseAllAsync(c.Owner, c.ClassId, [c.Waiting.UserId], Ct),
            await school.ClassTeachers.AddAsync(c.Admin, c.ClassId, c.Stranger.UserId, Ct),
            await school.ClassTeachers.RemoveAsync(c.Owner, c.ClassId, c.Teacher.UserId, Ct),
            await school.ClassTeachers.ChangeRoleAsync(c.Owner, c.ClassId, c.Teacher.UserId, ClassRole.Owner, Ct),
            (await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted with { Kind = AssignmentKind.Quiz }, Ct)).Refusal,
            (await school.Assignments.EditAsync(c.Owner, assignment.Id, wanted with { Points = 5 }, 0, Ct)).Refusal,
            await school.Assignments.RemoveAsync(c.Owner, c.ClassId, assignment.Id, Ct),
        };

        const string RestoreIt = "This class is archived, so nothing in it can be changed. Restore it first.";
        Assert.All(refusals, refusal => Assert.Equal(RestoreIt, Assert.IsType<Refusal.Conflict>(refusal).Message));
        var inArchived = new NewPerson { UserName = "ana.k", DisplayName = "Ana", Role = Role.Student, ClassId = c.ClassId };
        Assert.IsType<Refusal.Invalid>((await school.People.CreateAsync(c.Admin, inArchived, Ct)).Refusal);

        Assert.Null(await school.ClassArchive.RestoreAsync(c.Owner, c.ClassId, Ct));
        Assert.NotNull(await c.SeenAsync(school, c.Student));
        Assert.Single(await school.Progress.AssignedAsync(c.Student, Ct));
        Assert.Null(await school.WaitingRooms.AdmitAsync(c.Owner, c.ClassId, c.Waiting.UserId, Ct));
    }

    [Theory, BothProviders]
    public async Task The_teacher_of_an_archived_class_no_longer_gives_its_students_passwords(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        Assert.Null(await school.ClassArchive.ArchiveAsync(c.Owner, c.ClassId, Ct));
        Assert.IsType<Refusal.NotFound>((await school.Passwords.ResetAsync(c.Owner, c.Student.UserId, Ct)).Refusal);
    }
}
