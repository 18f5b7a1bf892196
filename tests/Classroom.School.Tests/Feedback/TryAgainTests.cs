using Classroom.School.Assignments;
using Classroom.School.Audit;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A note that asks a student to try again gives her the attempt for it, both or neither.</summary>
public sealed class TryAgainTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Asking_again_gives_an_attempt_and_the_student_is_told_until_she_begins(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        await scene.HandInAsync();
        Assert.False((await school.AttemptStarter.StartOrResumeAsync(scene.Student, scene.Assigned.Id, Ct)).Succeeded);
        school.Clock.Now += TimeSpan.FromMinutes(1);

        await scene.WriteAsync(scene.Teacher, scene.Note("Try question 3 again.") with { AsksAgain = true });

        Assert.True(Assert.Single(await scene.MineAsync()).IsToTryAgain);
        school.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.True((await school.AttemptStarter.StartOrResumeAsync(scene.Student, scene.Assigned.Id, Ct)).Succeeded);
        Assert.Equal((true, false), await LastAsync(scene));
        var stored = (await school.AssignmentStudents.FindAsync(scene.Teacher, scene.Assigned.Id, scene.Student.UserId, Ct))!;
        Assert.Equal(2, stored.Settings.AttemptsAllowed);
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Contains(lines, line => line.Action == AuditAction.ExceptionChanged && line.Detail!.Contains("attempts –, ")
            && line.Detail.Contains("attempts 2"));
    }

    [Theory, BothProviders]
    public async Task Each_time_adds_one_beside_what_the_student_has_everywhere(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school, attempts: 2);
        Assert.Null(await school.Accommodations.SetAsync(
            scene.Teacher, scene.Student.UserId, new AccommodationSettings(1, 0, 3), Ct));
        await scene.WriteAsync(scene.Teacher, scene.Note() with { AsksAgain = true });
        await scene.WriteAsync(scene.Teacher, scene.Note() with { AsksAgain = true });

        var stored = (await school.AssignmentStudents.FindAsync(scene.Teacher, scene.Assigned.Id, scene.Student.UserId, Ct))!;
        Assert.Equal(4, stored.Settings.AttemptsAllowed);
    }

    [Theory, BothProviders]
    public async Task Two_teachers_who_ask_at_once_give_two_attempts(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.WriteAsync(scene.Teacher, scene.Note() with { AsksAgain = true })));

        var stored = (await school.AssignmentStudents.FindAsync(scene.Teacher, scene.Assigned.Id, scene.Student.UserId, Ct))!;
        Assert.Equal(5, stored.Settings.AttemptsAllowed);
    }

    [Theory, BothProviders]
    public async Task Where_no_attempt_can_be_given_no_note_is_stored_either(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var scene = await FeedbackScene.NewAsync(school);
        await AssertRefusedAsync(scene.Assistant, "Only the owner and the teachers");
        await school.AssignmentStudents.SetAsync(
            scene.Teacher,
            scene.Assigned.Id,
            scene.Student.UserId,
            new() { AttemptsAllowed = Assignment.MostAttempts },
            cancellationToken: Ct);
        await AssertRefusedAsync(scene.Teacher, "at most 20 attempts");
        await school.AssignmentStudents.SetAsync(
            scene.Teacher, scene.Assigned.Id, scene.Student.UserId, new() { ClosesUtc = scene.Assigned.DueUtc }, cancellationToken: Ct);
        school.Clock.Now = scene.Assigned.DueUtc.AddDays(1);
        await AssertRefusedAsync(scene.Teacher, "closed for this student");

        Assert.Empty(await scene.MineAsync());
        Assert.Null((await school.AssignmentStudents.FindAsync(scene.Teacher, scene.Assigned.Id, scene.Student.UserId, Ct))!
            .Settings.AttemptsAllowed);

        async Task AssertRefusedAsync(Actor author, string why)
        {
            var refused = await school.Feedback.WriteAsync(author, scene.Note("") with { AsksAgain = true }, Ct);
            var faults = Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults;
            Assert.Equal(["text", "again"], faults.Select(fault => fault.Field));
            Assert.Contains(why, faults[1].Message);
        }
    }

    private static async Task<(bool Asked, bool IsToTry)> LastAsync(FeedbackScene scene)
    {
        var note = Assert.Single(await scene.MineAsync());
        return (note.AsksAgain, note.IsToTryAgain);
    }
}
