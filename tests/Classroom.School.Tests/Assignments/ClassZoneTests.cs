using Classroom.School.Assignments;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A class in another time zone than its school: its days and hours are its own.</summary>
public sealed class ClassZoneTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Extra_days_end_at_the_same_time_by_the_clocks_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var classId = await InZoneAsync(school, teacher, "America/New_York", student);
        // 23:00 in New York on the day before clocks go back: two days later the same time is 49 hours away.
        school.Clock.Now = new DateTime(2026, 10, 30, 12, 0, 0, DateTimeKind.Utc);
        var due = new DateTime(2026, 11, 1, 3, 0, 0, DateTimeKind.Utc);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = due });
        await school.Accommodations.SetAsync(teacher, student.UserId, new AccommodationSettings(ExtraDays: 2), Ct);

        Assert.Equal(due.AddHours(49), Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Assignment.DueUtc);
        Assert.Equal("America/New_York", Assert.Single(await school.Progress.AssignedAsync(student, Ct)).Assignment.TimeZone);
    }

    /// <summary>Where the clocks go back, a day has 25 hours.</summary>
    [Theory, BothProviders]
    public async Task Days_late_are_days_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        var due = new DateTime(2026, 10, 31, 16, 0, 0, DateTimeKind.Utc);
        school.Clock.Now = due.AddDays(-7);
        var (away, here) = (
            await InZoneAsync(school, teacher, "America/New_York", student), await school.AddClassAsync(teacher, student));
        foreach (var classId in new[] { away, here })
        {
            await AssignmentEditingTests.AssignAsync(
                school, teacher, classId, new() { Slug = "", DueUtc = due, Late = new LatePolicy(10, 0) });
        }

        school.Clock.Now = due.AddHours(24).AddMinutes(30);
        foreach (var assigned in await school.Progress.AssignedAsync(student, Ct))
        {
            var attempt = (await school.AttemptStarter.StartOrResumeAsync(student, assigned.Assignment.Id, Ct)).Value!;
            await Quiz.AnswerAsync(school, student, attempt, attempt.Questions.Count);
            await school.Attempts.SubmitAsync(student, attempt.Id, Ct);
        }

        var scores = (await school.Progress.AssignedAsync(student, Ct)).ToDictionary(a => a.Assignment.ClassId, a => a.Score);
        Assert.Equal((0.8, 0.9), (Math.Round(scores[here]!.Value, 9), Math.Round(scores[away]!.Value, 9)));
    }

    [Theory, BothProviders]
    public async Task A_code_until_the_end_of_today_ends_with_the_day_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        // 18:00 in London is 23:45 in Kathmandu.
        school.Clock.Now = new DateTime(2026, 12, 1, 18, 0, 0, DateTimeKind.Utc);
        var classId = await InZoneAsync(school, teacher, "Asia/Kathmandu");

        Assert.Null(await school.JoinCodes.SetValidityAsync(teacher, classId, CodeValidity.Today, Ct));

        var expires = (await school.Classes.GetAsync(teacher, classId, Ct))!.CodeExpiresUtc;
        Assert.Equal(new DateTime(2026, 12, 1, 18, 14, 59, DateTimeKind.Utc), expires);
    }

    [Theory, BothProviders]
    public async Task Messages_name_the_hour_of_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, student) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student));
        school.Clock.Now = new DateTime(2026, 12, 1, 8, 0, 0, DateTimeKind.Utc);
        var due = school.Clock.Now.AddDays(1);
        await AssignmentEditingTests.AssignAsync(
            school, teacher, await InZoneAsync(school, teacher, "Europe/Berlin", student),
            new() { Slug = "", DueUtc = due, ClosesUtc = due });
        var attempt = await Quiz.StartAsync(school, student);
        Assert.Equal("Europe/Berlin", (await school.AttemptReader.GetAsync(student, attempt.Id, Ct))!.TimeZone);

        school.Clock.Now = due.AddMinutes(1);
        var question = attempt.Questions[0].Planned.Question;
        var late = await school.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, Quiz.RightAnswer(question), Ct);

        Assert.Contains("Dec 2, 2026, 9:00 AM", Assert.IsType<Refusal.Conflict>(late).Message, StringComparison.Ordinal);
    }

    [Theory, BothProviders]
    public async Task A_copied_class_keeps_the_hours_of_its_days(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        school.Clock.Now = new DateTime(2026, 10, 1, 8, 0, 0, DateTimeKind.Utc);
        var classId = await InZoneAsync(school, teacher, "Europe/Berlin");
        var due = new DateTime(2026, 10, 20, 13, 0, 0, DateTimeKind.Utc);
        await AssignmentEditingTests.AssignAsync(school, teacher, classId, new() { Slug = "", DueUtc = due });

        var copy = (await school.ClassCopies.CopyAsync(teacher, classId, new ClassCopy("8b", 7), Ct)).Value!;

        // 15:00 stays 15:00 when the clocks have gone back.
        var copied = Assert.Single((await school.Assignments.ListForClassAsync(teacher, copy.Id, Ct))!);
        Assert.Equal(due.AddDays(7).AddHours(1), copied.DueUtc);
    }

    private static async Task<int> InZoneAsync(TestSchool school, Actor teacher, string zone, params Actor[] students)
    {
        var classId = await school.AddClassAsync(teacher, students);
        var details = (await school.Classes.GetAsync(teacher, classId, Ct))!;
        Assert.Null(await school.ClassSettings.ChangeAsync(
            teacher, classId, details.Settings with { TimeZone = zone }, details.Version, Ct));
        return classId;
    }
}
