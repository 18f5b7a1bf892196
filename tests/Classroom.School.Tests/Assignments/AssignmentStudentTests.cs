using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>Other dates, extra time, more attempts, and being excused, for single students and while they are at work.</summary>
public sealed class AssignmentStudentTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task When_time_is_up_what_is_saved_is_handed_in_as_of_then(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, student, _) = await AssignAsync(school, new() { Slug = "", DueUtc = null, Minutes = 40 });
        var start = school.Clock.Now;
        var attempt = await Quiz.StartAsync(school, student);
        await Quiz.AnswerAsync(school, student, attempt, 2);
        Assert.Equal(start.AddMinutes(40), attempt.EndsUtc);

        school.Clock.Now = start.AddMinutes(40).AddSeconds(1);
        var question = attempt.Questions[2].Planned.Question;
        var late = await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, Quiz.RightAnswer(question), Ct);
        await school.Attempts.HandInEndedAsync(Ct);

        Assert.IsType<Refusal.Conflict>(late);
        var handedIn = (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!;
        Assert.Equal((start.AddMinutes(40), 2.0 / attempt.Questions.Count), (handedIn.SubmittedUtc, handedIn.Score!.Value));
        Assert.NotEqual(attempt.Id, (await Quiz.StartAsync(school, student)).Id);
    }

    [Theory, BothProviders]
    public async Task Extra_time_reaches_an_attempt_that_is_under_way_and_every_later_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, _) = await AssignAsync(school, new() { Slug = "", DueUtc = null, Minutes = 40 });
        var start = school.Clock.Now;
        var attempt = await Quiz.StartAsync(school, student);

        Assert.Null(await school.Accommodations.SetAsync(teacher, student.UserId, new(TimeFactor: 1.5), Ct));

        Assert.Equal(start.AddMinutes(60), (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.EndsUtc);
        school.Clock.Now = start.AddMinutes(59);
        await school.Attempts.HandInEndedAsync(Ct);
        await Quiz.AnswerAsync(school, student, attempt, 1);
        Assert.Equal(60, Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Assignment.Minutes);

        await school.Attempts.SubmitAsync(student, attempt.Id, Ct);
        Assert.Equal(school.Clock.Now.AddMinutes(60), (await Quiz.StartAsync(school, student)).EndsUtc);
    }

    [Theory, BothProviders]
    public async Task A_change_of_the_assignment_moves_the_end_of_attempts_that_are_under_way(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var closes = school.Clock.Now.AddDays(4);
        var (teacher, student, assigned) = await AssignAsync(school, new() { Slug = "", DueUtc = null, ClosesUtc = closes });
        var attempt = await Quiz.StartAsync(school, student);
        Assert.Equal(closes, attempt.EndsUtc);

        await school.Assignments.EditAsync(
            teacher, assigned.Id, AssignmentEditingTests.Settings(assigned) with { ClosesUtc = closes.AddDays(1) }, assigned.Version, Ct);
        Assert.Equal(closes.AddDays(1), await EndsAsync());

        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, student.UserId, new() { DueUtc = assigned.DueUtc.AddDays(3) }, cancellationToken: Ct);
        Assert.Equal(closes.AddDays(4), await EndsAsync());

        await school.AssignmentStudents.SetAsync(teacher, assigned.Id, student.UserId, new(), cancellationToken: Ct);
        Assert.Equal(closes.AddDays(1), await EndsAsync());

        async Task<DateTime?> EndsAsync() => (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.EndsUtc;
    }

    [Theory, BothProviders]
    public async Task Dates_attempts_and_being_excused_hold_for_one_student_and_lateness_follows(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignAsync(school, new() { Slug = "", DueUtc = null, AttemptsAllowed = 1 });
        var other = await school.AddAsync(Role.Student);
        await school.Rosters.EnrolAsync(await school.AddAsync(Role.Admin), assigned.ClassId, other.UserId, Ct);
        school.Clock.Now = assigned.DueUtc.AddHours(1);
        foreach (var each in new[] { student, other })
        {
            await Quiz.HandInAsync(school, each, AttemptMode.Graded, right: false);
        }

        Assert.Null(await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, student.UserId, new() { DueUtc = assigned.DueUtc.AddDays(1), AttemptsAllowed = 2 }, cancellationToken: Ct));
        Assert.Null(await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, other.UserId, new() { IsExcused = true }, cancellationToken: Ct));

        var rows = (await school.Progress.ClassProgressAsync(teacher, assigned.ClassId, Ct))!.Students;
        Assert.Equal(
            [(student.UserId, false, false), (other.UserId, true, true)],
            rows.Select(row => (row.Student.Id, row.Cells[0].IsLate, row.Cells[0].Work.IsExcused)).Order());
        var mine = Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        Assert.Equal((assigned.DueUtc.AddDays(1), 1, false), (mine.Assignment.DueUtc, mine.AttemptsLeft, mine.IsLate));
        Assert.True(Assert.Single(await school.Progress.AssignedAsync(other, Ct)).IsDone);
        await Quiz.HandInAsync(school, student, AttemptMode.Graded, right: true);
        Assert.IsType<Refusal.Conflict>(
            (await school.AttemptStarter.StartOrResumeAsync(other, assigned.Id, Ct)).Refusal);
    }

    [Theory, BothProviders]
    public async Task An_assignment_for_some_students_is_there_for_them_alone(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, other) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student),
            await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student, other);
        var assigned = await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, new() { Slug = "", DueUtc = null, Students = [student.UserId] });

        Assert.Single(await school.Progress.AssignedAsync(student, Ct));
        Assert.Empty(await school.Progress.AssignedAsync(other, Ct));
        Assert.Empty((await school.Assignments.ListForClassAsync(other, classId, Ct))!);
        Assert.IsType<Refusal.NotFound>((await school.AttemptStarter.StartOrResumeAsync(other, assigned.Id, Ct)).Refusal);
        Assert.Null((await Quiz.StartAsync(school, other)).AssignmentId);
        Assert.Equal(assigned.Id, (await Quiz.StartAsync(school, student)).AssignmentId);

        await school.Assignments.EditAsync(
            teacher, assigned.Id, AssignmentEditingTests.Settings(assigned) with { Students = [other.UserId] }, assigned.Version, Ct);
        Assert.Single(await school.Progress.AssignedAsync(other, Ct));
        Assert.Empty(await school.Progress.AssignedAsync(student, Ct));
        var refused = await school.Assignments.EditAsync(
            teacher, assigned.Id, AssignmentEditingTests.Settings(assigned) with { Students = [other.UserId, 9999] }, 1, Ct);
        Assert.Equal("students", Assert.Single(Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults).Field);
    }

    [Theory, BothProviders]
    public async Task Only_who_teaches_the_class_decides_for_its_students_and_all_faults_are_named(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignAsync(school, new() { Slug = "", DueUtc = null });
        var (stranger, outsider) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        await school.AddClassAsync(stranger, outsider);

        foreach (var actor in new[] { stranger, student, outsider })
        {
            Assert.IsType<Refusal.NotFound>(
                await school.AssignmentStudents.SetAsync(actor, assigned.Id, student.UserId, new() { IsExcused = true }, cancellationToken: Ct));
            Assert.IsType<Refusal.NotFound>(await school.Accommodations.SetAsync(actor, student.UserId, new(2), Ct));
            Assert.Null(await school.Accommodations.FindAsync(actor, student.UserId, Ct));
        }

        Assert.IsType<Refusal.NotFound>(
            await school.AssignmentStudents.SetAsync(teacher, assigned.Id, outsider.UserId, new(), cancellationToken: Ct));
        var refused = await school.AssignmentStudents.SetAsync(
            teacher,
            assigned.Id,
            student.UserId,
            new() { ClosesUtc = assigned.DueUtc.AddDays(-1), AttemptsAllowed = 0, Points = -1, Comment = new string('x', 2001) },
            cancellationToken: Ct);
        Assert.Equal(
            ["attempts", "closes", "comment", "points", "reason"],
            Assert.IsType<Refusal.Invalid>(refused).Faults.Select(fault => fault.Field).Order());
        var accommodation = await school.Accommodations.SetAsync(teacher, student.UserId, new(double.NaN, -1, 99), Ct);
        Assert.Equal(["time", "days", "attempts"], Assert.IsType<Refusal.Invalid>(accommodation).Faults.Select(fault => fault.Field));
        await using var db = school.OpenContext();
        Assert.Empty(await db.AssignmentStudents.ToListAsync(Ct));
        Assert.Empty(await db.Accommodations.ToListAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task What_is_decided_is_in_the_audit_log_and_a_stale_page_does_not_undo_it(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignAsync(school, new() { Slug = "", DueUtc = null });

        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, student.UserId, new() { Points = 88.5, Reason = "Took it on paper" }, version: 0, Ct);
        var stale = await school.AssignmentStudents.SetAsync(teacher, assigned.Id, student.UserId, new(), version: 0, Ct);
        await school.Accommodations.SetAsync(teacher, student.UserId, new(1.5, 2, 1), Ct);

        Assert.IsType<Refusal.Conflict>(stale);
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Contains("points computed", Detail(AuditAction.MarkChanged), StringComparison.Ordinal);
        Assert.Contains("points 88.5, reason “Took it on paper”", Detail(AuditAction.MarkChanged), StringComparison.Ordinal);
        Assert.Equal("time × 1, 0 days, 0 attempts to time × 1.5, 2 days, 1 attempts", Detail(AuditAction.AccommodationChanged));

        string Detail(AuditAction action) => Assert.Single(lines, line => line.Action == action).Detail!;
    }

    [Theory, BothProviders]
    public async Task A_change_for_one_student_and_one_of_the_assignment_at_the_same_moment_both_end_well(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student, assigned) = await AssignAsync(school, new() { Slug = "", DueUtc = null });
        var turn = 0;

        var refusals = await Running.AtOnce(8, async () => Interlocked.Increment(ref turn) % 2 == 0
            ? await school.AssignmentStudents.SetAsync(
                teacher, assigned.Id, student.UserId, new() { IsExcused = true }, cancellationToken: Ct)
            : (await school.Assignments.EditAsync(
                teacher,
                assigned.Id,
                AssignmentEditingTests.Settings(assigned) with { Students = [student.UserId] },
                assigned.Version,
                Ct)).Refusal);

        Assert.All(refusals.OfType<Refusal>(), refusal => Assert.IsType<Refusal.Conflict>(refusal));
        Assert.Contains(null, refusals);
    }

    internal static async Task<(Actor Teacher, Actor Student, AssignmentDetails Assigned)> AssignAsync(TestSchool school, NewAssignment wanted)
    {
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        return (teacher, student, await AssignmentEditingTests.AssignAsync(school, teacher, classId, wanted));
    }
}
