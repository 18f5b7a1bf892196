using Classroom.School;
using Classroom.Web.Features.Home;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolNextStepTests
{
    private static readonly DateTime now = new(2026, 11, 23, 14, 30, 0, DateTimeKind.Utc);

    private static readonly Curriculum.Curriculum curriculum =
        Curriculum.Curriculum.Load(Curriculum.Curriculum.DefaultFolder);

    private static readonly Curriculum.Term[] lessons = [.. curriculum.Terms.Where(term => term.HasLesson)];

    [Fact]
    public void What_is_due_first_comes_first_and_is_read_before_its_quiz()
    {
        var late = Due(lessons[0].Slug, days: -1);
        var soon = Due(lessons[1].Slug, days: 2);

        Assert.Equal($"/glossary/{lessons[0].Slug}", Next([soon, late]).Address);
        Assert.Equal($"/quiz/{lessons[0].Slug}?mode=graded", Next([soon, late with { ReadUtc = now }]).Address);
        Assert.Equal($"/glossary/{lessons[1].Slug}", Next([soon, late with { ReadUtc = now, Score = 0.5 }]).Address);
    }

    [Fact]
    public void A_quiz_without_the_reading_still_leaves_the_reading() =>
        Assert.Equal($"/glossary/{lessons[0].Slug}", Next([Due(lessons[0].Slug, days: 1) with { Score = 1 }]).Address);

    [Fact]
    public void A_term_that_has_no_lesson_is_never_the_next_step() =>
        Assert.Equal($"/glossary/{lessons[0].Slug}", Next([Due("no-longer-there", days: 1)]).Address);

    [Fact]
    public void With_nothing_due_it_is_the_first_lesson_not_read()
    {
        Assert.Equal($"/glossary/{lessons[0].Slug}", Next([]).Address);
        Assert.Equal($"/glossary/{lessons[1].Slug}", Next([], lessons[0].Slug).Address);
    }

    [Fact]
    public void With_everything_read_it_is_the_lab() =>
        Assert.Equal("/lab", Next([], [.. lessons.Select(term => term.Slug)]).Address);

    private static DueAssignment Due(string slug, int days) =>
        new(new AssignmentDetails(1, 1, slug, AssignmentKind.Lesson, CountedAttempt.Best, now.AddDays(days)), "7b", null, null);

    private static NextStep Next(IReadOnlyList<DueAssignment> due, params string[] read) => NextStep.For(
        due,
        [.. curriculum.Terms.Select(term => new TermProgress(term.Slug, read.Contains(term.Slug) ? TermState.Read : TermState.New, read.Contains(term.Slug) ? now : null, null, null, 0, null))],
        curriculum,
        now);
}
