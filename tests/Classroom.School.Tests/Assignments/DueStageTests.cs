using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Where a student's list has an assignment, as its days go by.</summary>
public sealed class DueStageTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task What_is_late_stays_until_it_closes_and_then_is_missed_for_two_weeks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var due = school.Clock.Now.AddDays(1);
        var (_, students, _) = await Regrading.AssignAsync(school, 1, new() { Slug = "", DueUtc = due, ClosesUtc = due.AddDays(30) });

        foreach (var (now, stage) in new[]
        {
            (due.AddHours(-1), DueStage.ToDo), (due, DueStage.ToDo), (due.AddSeconds(1), DueStage.Overdue),
            (due.AddDays(29), DueStage.Overdue), (due.AddDays(30), DueStage.Missed), (due.AddDays(44), DueStage.Missed),
            (due.AddDays(45), DueStage.Past),
        })
        {
            school.Clock.Now = now;
            Assert.Equal(stage, await StageAsync(school, students[0]));
        }
    }

    [Theory, BothProviders]
    public async Task What_never_closes_stays_overdue_until_it_is_handed_in(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var due = school.Clock.Now.AddDays(1);
        var (_, students, _) = await Regrading.AssignAsync(
            school, 1, new() { Slug = "", DueUtc = due, Kind = AssignmentKind.Quiz });

        school.Clock.Now = due.AddDays(100);
        Assert.Equal(DueStage.Overdue, await StageAsync(school, students[0]));
        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: true);
        Assert.Equal(DueStage.Past, await StageAsync(school, students[0]));
    }

    [Theory, BothProviders]
    public async Task Done_is_what_is_handed_in_excused_or_marked_and_posted(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var due = school.Clock.Now.AddDays(1);
        var (teacher, students, assigned) = await Regrading.AssignAsync(
            school, 3, new() { Slug = "", DueUtc = due, Kind = AssignmentKind.Quiz });
        await Quiz.HandInAsync(school, students[0], AttemptMode.Graded, right: false);
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[1].UserId, new() { IsExcused = true }, cancellationToken: Ct);
        await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[2].UserId, new() { Points = 5, Reason = "On paper" }, cancellationToken: Ct);
        school.Clock.Now = due.AddDays(14);
        Assert.Equal([DueStage.Done, DueStage.Done, DueStage.Overdue], await StagesAsync());

        Assert.Null(await school.Posting.PostAsync(teacher, assigned.Id, Ct));
        Assert.Equal([DueStage.Done, DueStage.Done, DueStage.Done], await StagesAsync());
        school.Clock.Now = due.AddDays(15);
        Assert.Equal([DueStage.Past, DueStage.Past, DueStage.Past], await StagesAsync());

        async Task<DueStage[]> StagesAsync() =>
            [await StageAsync(school, students[0]), await StageAsync(school, students[1]), await StageAsync(school, students[2])];
    }

    [Theory, BothProviders]
    public async Task Two_weeks_are_days_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await school.AddClassAsync(teacher, student);
        var details = (await school.Classes.GetAsync(teacher, classId, Ct))!;
        Assert.Null(await school.ClassSettings.ChangeAsync(
            teacher, classId, details.Settings with { TimeZone = "Pacific/Apia" }, details.Version, Ct));
        var closes = new DateTime(2026, 12, 1, 10, 59, 0, DateTimeKind.Utc);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = closes, ClosesUtc = closes });

        // One minute to midnight in Apia, where the day is over eleven hours before it is in UTC.
        school.Clock.Now = closes.AddDays(14);
        Assert.Equal(DueStage.Missed, await StageAsync(school, student));
        school.Clock.Now = closes.AddDays(14).AddMinutes(1);
        Assert.Equal(DueStage.Past, await StageAsync(school, student));
    }

    private static async Task<DueStage> StageAsync(TestSchool school, Actor student) => DueStages.Of(
        Assert.Single(await school.Progress.AssignedAsync(student, Ct)), new SchoolCalendar(school.Clock, TimeZoneInfo.Utc));
}
