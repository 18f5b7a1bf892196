using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.DataSets;
using Classroom.School.People;
using Classroom.School.Runs;

namespace Classroom.School.Tests;

public sealed class WaitingRoomTests(SchoolTemplates templates)
{
    private const string TakenOut = "Your teacher took you out of this class. Ask your teacher to let you back in.";

    [Theory, BothProviders]
    public async Task Whoever_waits_or_was_removed_neither_sees_the_class_nor_is_seen_in_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var wanted = new NewAssignment { Slug = school.Term.Slug, DueUtc = school.Clock.Now.AddDays(3), AttemptsAllowed = 1 };
        Assert.True((await school.Assignments.AssignAsync(c.Owner, c.ClassId, wanted, Ct)).Succeeded);
        var leaves = new NewDataSet { Title = "Leaves", Kind = "Image", Examples = 1, Shape = [1, 1], Classes = ["a"] };
        var data = (await school.DataSets.CreateAsync(c.Owner, leaves, new MemoryStream([1]), Ct)).Value!;

        foreach (var (who, isIn) in new[] { (c.Waiting, false), (c.Removed, false), (c.Student, true) })
        {
            var run = (await school.RunCreator.CreateAsync(who, RunTests.Wanted, Ct)).Value!;
            var attempt = await Quiz.HandInAsync(school, who, AttemptMode.Graded, right: true);
            await Trials.PredictAsync(school, who);

            // What the student sees.
            Assert.Equal(isIn, (await school.Classes.ListAsync(who, Ct)).Count == 1);
            Assert.Equal(isIn, await c.SeenAsync(school, who) is not null);
            Assert.Equal(isIn, await school.Assignments.ListForClassAsync(who, c.ClassId, Ct) is not null);
            Assert.Equal(isIn, (await school.Progress.AssignedAsync(who, Ct)).Count == 1);
            Assert.Equal(isIn, attempt.AssignmentId is not null);
            Assert.Equal(isIn, (await school.AttemptReader.GetAsync(who, attempt.Id, Ct))!.Answers?.UntilUtc is not null);
            Assert.Equal(isIn, (await school.DataSetReader.ListAsync(who, Ct)).Any(found => found.Id == data.Id));

            // What the class's teacher sees.
            Assert.Equal(isIn, await school.Runs.FindAsync(c.Owner, run.Id, Ct) is not null);
            Assert.Equal(isIn, await school.Runs.MayControlAsync(c.Owner, run.Id, Ct));
            Assert.Equal(isIn, (await school.Runs.ListAsync(c.Admin, new RunFilter { ClassId = c.ClassId }, Ct)).Any(r => r.Id == run.Id));
            Assert.Equal(isIn, await school.AttemptReader.GetAsync(c.Owner, attempt.Id, Ct) is not null);
            Assert.Equal(isIn, (await school.Experiments.ListForStudentAsync(c.Owner, who.UserId, Ct)).Count == 1);
            Assert.Equal(isIn, await school.Progress.StudentOfClassAsync(c.Owner, c.ClassId, who.UserId, Ct) is not null);
            Assert.Equal(isIn, (await school.Passwords.ResetAsync(c.Owner, who.UserId, Ct)).Succeeded);
        }

        var expected = new[] { c.Student.UserId };
        Assert.Equal(expected, (await school.Rosters.ListAsync(c.Owner, c.ClassId, Ct))!.Select(entry => entry.Student.Id));
        Assert.Equal(expected, (await school.Progress.ClassProgressAsync(c.Owner, c.ClassId, Ct))!.Students.Select(row => row.Student.Id));
        var details = (await c.SeenAsync(school, c.Owner))!;
        Assert.Equal((1, 1), (details.Students, details.Waiting));
        var summary = Assert.Single(await school.Classes.ListAsync(c.Owner, Ct));
        Assert.Equal((1, 1), (summary.Students, summary.Waiting));
        Assert.Equal(0, Assert.Single(await school.Classes.ListAsync(c.Student, Ct)).Waiting);
    }

    [Theory, BothProviders]
    public async Task Whoever_is_let_in_is_in_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        Assert.Equal(["7b"], await school.Joins.ListWaitingAsync(c.Waiting, Ct));

        Assert.Null(await school.WaitingRooms.AdmitAsync(c.Teacher, c.ClassId, c.Waiting.UserId, Ct));

        Assert.NotNull(await c.SeenAsync(school, c.Waiting));
        Assert.Empty(await school.Joins.ListWaitingAsync(c.Waiting, Ct));
        Assert.Empty((await school.WaitingRooms.GetAsync(c.Owner, c.ClassId, Ct))!.Waiting);
        Assert.Equal(AuditAction.StudentAdmitted, (await school.Audit.ListAsync(c.Admin, cancellationToken: Ct))!.Items[0].Action);
    }

    [Theory, BothProviders]
    public async Task Whoever_was_removed_or_refused_comes_back_only_when_a_teacher_lets_her(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        Assert.Null(await school.WaitingRooms.RefuseAsync(c.Teacher, c.ClassId, c.Waiting.UserId, Ct));
        var fresh = (await school.JoinCodes.RenewAsync(c.Owner, c.ClassId, Ct)).Value!;

        foreach (var student in new[] { c.Removed, c.Waiting })
        {
            Assert.Equal(TakenOut, (await school.Joins.JoinAsync(student, fresh, Ct)).Refusal!.Message);
            Assert.Equal(TakenOut, (await school.Joins.CheckAsync(student, fresh, Ct))!.Message);
            Assert.Null(await c.SeenAsync(school, student));
            Assert.Null(await school.WaitingRooms.AdmitAsync(c.Teacher, c.ClassId, student.UserId, Ct));
            Assert.NotNull(await c.SeenAsync(school, student));
        }
    }

    [Theory, BothProviders]
    public async Task All_who_are_seen_waiting_are_let_in_or_refused_at_once_and_nobody_else(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var second = await school.AddAsync(Role.Student);
        await school.Joins.JoinAsync(second, c.Code, Ct);

        var unseen = await school.AddAsync(Role.Student);
        await school.Joins.JoinAsync(unseen, c.Code, Ct);
        int[] seen = [c.Waiting.UserId, second.UserId, c.Removed.UserId, c.Student.UserId];

        Assert.Null(await school.WaitingRooms.AdmitAllAsync(c.Owner, c.ClassId, seen, Ct));

        Assert.Equal(3, (await school.Rosters.ListAsync(c.Owner, c.ClassId, Ct))!.Count);
        Assert.Null(await c.SeenAsync(school, c.Removed));
        Assert.Equal(unseen.UserId, Assert.Single((await school.WaitingRooms.GetAsync(c.Owner, c.ClassId, Ct))!.Waiting).Student.Id);
        Assert.Null(await school.WaitingRooms.RefuseAllAsync(c.Owner, c.ClassId, [.. seen, unseen.UserId], Ct));
        Assert.Equal(3, (await school.Rosters.ListAsync(c.Owner, c.ClassId, Ct))!.Count);
        Assert.Equal(2, (await school.WaitingRooms.GetAsync(c.Owner, c.ClassId, Ct))!.Removed.Count);
    }

    [Theory, BothProviders]
    public async Task Two_teachers_who_let_the_same_student_in_both_succeed_and_it_is_recorded_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);

        var refusals = await AtOnce(4, () => school.WaitingRooms.AdmitAsync(c.Teacher, c.ClassId, c.Waiting.UserId, Ct));

        Assert.All(refusals, Assert.Null);
        var entries = (await school.Audit.ListAsync(c.Admin, cancellationToken: Ct))!.Items;
        Assert.Single(entries, entry => entry.Action == AuditAction.StudentAdmitted);
    }

    [Theory, BothProviders]
    public async Task Whoever_one_teacher_let_in_another_cannot_refuse_by_an_outdated_page(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var turn = 0;

        var refusals = await AtOnce(2, () => Interlocked.Increment(ref turn) == 1
            ? school.WaitingRooms.AdmitAllAsync(c.Owner, c.ClassId, [c.Waiting.UserId], Ct)
            : school.WaitingRooms.RefuseAsync(c.Teacher, c.ClassId, c.Waiting.UserId, Ct));

        // Either she was let in first, and the other teacher is told; or she was refused first, and nobody waited any more.
        var isIn = await c.SeenAsync(school, c.Waiting) is not null;
        Assert.Equal(isIn ? 1 : 0, refusals.Count(refusal => refusal is Refusal.Conflict));
    }

    [Theory, BothProviders]
    public async Task Nobody_is_let_in_who_has_not_asked(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var other = await school.AddAsync(Role.Student);

        Assert.IsType<Refusal.Conflict>(await school.WaitingRooms.AdmitAsync(c.Owner, c.ClassId, other.UserId, Ct));

        Assert.Null(await c.SeenAsync(school, other));
    }

    [Theory, BothProviders]
    public async Task Where_the_waiting_room_is_off_the_code_is_enough_also_for_whoever_waits(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var seen = (await c.SeenAsync(school, c.Owner))!;
        Assert.Null(await school.ClassSettings.ChangeAsync(
            c.Owner, c.ClassId, seen.Settings with { AdmitsAtOnce = true }, seen.Version, Ct));

        foreach (var student in new[] { c.Waiting, await school.AddAsync(Role.Student) })
        {
            Assert.False((await school.Joins.JoinAsync(student, c.Code, Ct)).Value!.IsWaiting);
            Assert.NotNull(await c.SeenAsync(school, student));
        }
    }

    [Theory, BothProviders]
    public async Task An_admin_puts_in_whoever_waits_or_was_removed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var c = await Staffed.CreateAsync(school);
        var other = await school.AddClassAsync(c.Owner, c.Student);

        Assert.Null(await school.Rosters.EnrolAsync(c.Admin, c.ClassId, c.Waiting.UserId, Ct));
        Assert.Null(await school.Rosters.MoveStudentAsync(c.Admin, c.Student.UserId, c.ClassId, other, Ct));
        Assert.Null(await school.Rosters.EnrolAsync(c.Admin, c.ClassId, c.Student.UserId, Ct));

        Assert.NotNull(await c.SeenAsync(school, c.Waiting));
        Assert.Equal(2, (await school.Rosters.ListAsync(c.Owner, c.ClassId, Ct))!.Count);
        Assert.Single((await school.Rosters.ListAsync(c.Owner, other, Ct))!);
    }
}
