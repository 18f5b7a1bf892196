using Classroom.School.People;
using Classroom.School.Review;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

/// <summary>
/// Reviews by the school's days; Chicago puts its clocks forward in the night to March 8 and back in that to November 1, 2026.
/// </summary>
public sealed class ReviewDayTests(SchoolTemplates templates)
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory, BothProviders]
    public async Task A_review_of_tomorrow_is_due_from_the_start_of_the_schools_day_and_not_at_an_hour_of_it(Provider provider)
    {
        // 9 PM in Chicago is already the next day in UTC.
        foreach (var (evening, midnight) in new[]
        {
            ("2026-03-05T21:00", "2026-03-06T00:00"),
            ("2026-03-07T21:00", "2026-03-08T00:00"),
            ("2026-10-31T21:00", "2026-11-01T00:00"),
            ("2026-11-01T23:30", "2026-11-02T00:00")
        })
        {
            await using var school = await templates.OpenAsync(provider, timeZone: Chicago);
            var student = await school.AddAsync(Role.Student);
            school.Clock.Now = ToUtc(evening);
            await Cards.MissAsync(school, student, questions: 1);
            var result = await Cards.AnswerAsync(school, student, Assert.Single(await school.Reviews.DueAsync(student, Ct)), right: true);
            Assert.Equal(ToUtc(midnight), result.DueUtc);

            school.Clock.Now = ToUtc(midnight).AddTicks(-1);
            Assert.Empty(await school.Reviews.DueAsync(student, Ct));
            school.Clock.Now = ToUtc(midnight);
            Assert.Single(await school.Reviews.DueAsync(student, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task What_was_asked_yesterday_afternoon_was_asked_a_day_ago_this_morning(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, timeZone: Chicago);
        var student = await school.AddAsync(Role.Student);
        school.Clock.Now = ToUtc("2026-03-04T15:00");
        await Cards.MissAsync(school, student, questions: 1);
        await Cards.AnswerAsync(school, student, (await school.Reviews.DueAsync(student, Ct))[0], right: true);
        var remembered = await MemoryAsync(school);

        school.Clock.Now = ToUtc("2026-03-05T08:00");
        await Cards.AnswerAsync(school, student, (await school.Reviews.DueAsync(student, Ct))[0], right: true);

        Assert.Equal(Fsrs.Next(remembered, days: 1, ReviewRating.Good), await MemoryAsync(school));
    }

    [Theory, BothProviders]
    public async Task A_card_that_an_earlier_version_made_due_at_an_hour_is_due_from_the_start_of_that_day(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, timeZone: Chicago);
        var student = await school.AddAsync(Role.Student);
        school.Clock.Now = ToUtc("2026-03-02T15:00");
        await Cards.AddAsync(school, student, school.Term.Slug, [school.Term.Quiz!.Questions[0].Id], ToUtc("2026-03-04T15:00"));

        school.Clock.Now = ToUtc("2026-03-03T23:59");
        Assert.Equal((0, 0), (await school.Reviews.DueCountAsync(student, Ct), (await school.Reviews.OutlookAsync(student, Ct)).Due));
        school.Clock.Now = ToUtc("2026-03-04T08:00");

        Assert.Equal((1, 1), (await school.Reviews.DueCountAsync(student, Ct), (await school.Reviews.OutlookAsync(student, Ct)).Due));
        Assert.Null((await school.Reviews.OutlookAsync(student, Ct)).NextUtc);
        await Cards.AnswerAsync(school, student, Assert.Single(await school.Reviews.DueAsync(student, Ct)), right: true);
    }

    private static DateTime ToUtc(string text) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(text), Chicago);

    private static async Task<Memory> MemoryAsync(TestSchool school)
    {
        await using var db = school.OpenContext();
        var card = await db.ReviewCards.SingleAsync(Ct);
        return new Memory(card.Stability, card.Difficulty);
    }
}
