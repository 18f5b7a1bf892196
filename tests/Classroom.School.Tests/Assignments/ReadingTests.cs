using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Tests;

public sealed class ReadingTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task The_first_reading_counts_and_reading_again_changes_nothing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var first = school.Clock.Now;
        Assert.False(await school.Readings.IsReadAsync(student, "epoch", Ct));

        await school.Readings.MarkReadAsync(student, "epoch", Ct);
        school.Clock.Now += TimeSpan.FromDays(1);
        await AtOnce(3, () => school.Readings.MarkReadAsync(student, "epoch", Ct));

        Assert.True(await school.Readings.IsReadAsync(student, "epoch", Ct));
        Assert.False(await school.Readings.IsReadAsync(await school.AddAsync(Role.Student), "epoch", Ct));
        await using var db = school.OpenContext();
        Assert.Equal(first, (await db.Readings.SingleAsync(Ct)).ReadUtc);
    }

    [Theory, BothProviders]
    public async Task Several_tabs_at_once_mark_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);

        Assert.All(await AtOnce(4, () => school.Readings.MarkReadAsync(student, "epoch", Ct)), Assert.Null);

        await using var db = school.OpenContext();
        Assert.Equal(1, await db.Readings.CountAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_lesson_that_does_not_exist_cannot_be_read(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        Assert.IsType<Refusal.NotFound>(await school.Readings.MarkReadAsync(student, "quantum-gravity", Ct));
        Assert.False(await school.Readings.IsReadAsync(student, "quantum-gravity", Ct));
    }
}
