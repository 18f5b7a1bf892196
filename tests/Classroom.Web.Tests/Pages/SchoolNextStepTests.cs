using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Terms;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Progress;
using Classroom.Web.Features.Home;

namespace Classroom.Web.Tests.Pages;

public sealed class SchoolNextStepTests
{
    private static readonly SchoolCalendar Calendar = new(new HeldClock(), TimeZoneInfo.Utc);
    private static readonly DateTime Now = Calendar.NowUtc;

    private static readonly Curriculum.Curriculum RealCurriculum =
        CurriculumLoader.Load(Curriculum.Curriculum.DefaultFolder);

    private static readonly Term[] Lessons = [.. RealCurriculum.Terms.Where(term => term.HasLesson)];

    [Fact]
    public void What_is_due_first_comes_first_and_is_read_before_its_quiz()
    {
        var late = Due(Lessons[0].Slug, days: -1);
        var soon = Due(Lessons[1].Slug, days: 2);

        Assert.Equal($"/glossary/{Lessons[0].Slug}", Next([soon, late]).Address);
        Assert.Equal($"/quiz/{Lessons[0].Slug}?mode=graded", Next([soon, Read(late)]).Address);
        Assert.Equal($"/glossary/{Lessons[1].Slug}", Next([soon, Scored(Read(late), 0.5)]).Address);
    }

    [Fact]
    public void A_quiz_without_the_reading_still_leaves_the_reading() =>
        Assert.Equal($"/glossary/{Lessons[0].Slug}", Next([Scored(Due(Lessons[0].Slug, days: 1), 1)]).Address);

    [Fact]
    public void What_is_assigned_leads_to_where_it_is_done_once_it_is_open_and_while_it_is()
    {
        var (quiz, experiment) = (Due(Lessons[0].Slug, days: 1, AssignmentKind.Quiz), Due(Lessons[1].Slug, days: 2, AssignmentKind.Experiment));

        Assert.Equal($"/quiz/{Lessons[0].Slug}?mode=graded", Next([experiment, quiz]).Address);
        Assert.Equal($"/lab/{Lessons[1].Slug}", Next([experiment, Scored(quiz, 1)]).Address);
        Assert.Equal($"/lab/{Lessons[1].Slug}", Next([experiment, With(quiz, opens: Now.AddHours(1))]).Address);
        Assert.Equal($"/lab/{Lessons[1].Slug}", Next([experiment, With(quiz, closes: Now)]).Address);

        static DueAssignment With(DueAssignment due, DateTime? opens = null, DateTime? closes = null) =>
            due with { Assignment = due.Assignment with { OpensUtc = opens, ClosesUtc = closes } };
    }

    [Fact]
    public void A_lab_task_is_the_next_step_by_its_title_also_where_it_is_about_no_term()
    {
        var due = Due("", days: 1, AssignmentKind.Task);
        var task = due with { Assignment = due.Assignment with { Title = "Small and good" } };

        var step = Next([task]);

        Assert.Equal(("Lab task: Small and good", "/tasks/1", null), (step.Title, step.Address, step.Slug));
        Assert.NotEqual("/tasks/1", Next([Scored(task, 0)]).Address);
    }

    [Fact]
    public void A_term_that_has_no_lesson_is_never_the_next_step() =>
        Assert.Equal($"/glossary/{Lessons[0].Slug}", Next([Due("no-longer-there", days: 1)]).Address);

    [Fact]
    public void What_is_due_comes_before_the_reviews_and_the_reviews_before_anything_new()
    {
        var due = Due(Lessons[0].Slug, days: 1);

        Assert.Equal($"/glossary/{Lessons[0].Slug}", Next([due], [], reviews: 3).Address);
        Assert.Equal(("/review", "Review: 3 questions"), (Next([], [], reviews: 3).Address, Next([], [], reviews: 3).Title));
        Assert.Equal("Review: 1 question", Next([Scored(Read(due), 1)], [], reviews: 1).Title);
    }

    [Fact]
    public void With_nothing_due_a_lesson_that_was_read_wants_its_quiz_and_then_comes_the_next_on_the_map()
    {
        Assert.Equal($"/glossary/{Lessons[0].Slug}", Next([]).Address);
        Assert.Equal($"/quiz/{Lessons[1].Slug}", Next([], [Lessons[1].Slug]).Address);
        Assert.Equal((Lessons[1].Slug, $"/glossary/{Lessons[1].Slug}"), At(TermState.Practiced, Lessons[0].Slug));
    }

    [Fact]
    public void A_lesson_to_read_comes_after_all_its_prerequisites()
    {
        var done = new List<string>();
        while (done.Count < Lessons.Length)
        {
            var slug = At(TermState.Mastered, [.. done]).Slug!;
            Assert.DoesNotContain(slug, done);
            Assert.All(
                RealCurriculum.Find(slug)!.Prerequisites.Where(before => RealCurriculum.Find(before)!.HasLesson),
                before => Assert.Contains(before, done));
            done.Add(slug);
        }

        Assert.Equal((null, "/lab"), At(TermState.Mastered, [.. done]));
    }

    [Fact]
    public void A_newcomers_first_step_is_the_first_lesson()
    {
        var step = Next([]);

        Assert.Equal(($"/glossary/{Lessons[0].Slug}", 0), (step.Address, step.Before.Count));
    }

    [Fact]
    public void What_a_due_lesson_builds_on_is_offered_as_far_as_it_is_not_read()
    {
        var due = Lessons.First(term => term.Prerequisites.Any(before => RealCurriculum.Find(before)!.Prerequisites.Count > 0));

        var before = Next([Due(due.Slug, days: 2)]).Before;
        Assert.Equal(($"/glossary/{due.Slug}", Lessons[0].Slug), (Next([Due(due.Slug, days: 2)]).Address, before[0].Slug));
        Assert.InRange(before.Count, 1, 3);
        Assert.DoesNotContain(due, before);
        Assert.Equal(before.OrderBy(term => Array.IndexOf(Lessons, term)), before);
        Assert.Empty(Next([Due(due.Slug, days: 2)], [.. due.Prerequisites]).Before);
        Assert.Empty(Next([Due(Lessons[0].Slug, days: 2)]).Before);
    }

    [Fact]
    public void With_everything_practiced_it_is_a_better_score() =>
        Assert.Equal(
            (Lessons[0].Slug, $"/quiz/{Lessons[0].Slug}?mode=graded"), At(TermState.Practiced, [.. Lessons.Select(term => term.Slug)]));

    [Fact]
    public void Where_only_the_experiment_is_missing_it_is_the_experiment()
    {
        var slug = Lessons.First(term => term.HasExperiment).Slug;
        string Address(double score, DateTime? doneUtc) => NextStep.For(
            [],
            [.. Progress(TermState.Mastered, [.. Lessons.Select(term => term.Slug)]).Select(entry => entry.Slug == slug
                ? entry with { State = TermState.Practiced, BestScore = score, ExperimentDoneUtc = doneUtc }
                : entry)],
            0,
            RealCurriculum,
            Calendar).Address;

        Assert.Equal($"/lab/{slug}", Address(0.9, null));
        Assert.Equal($"/quiz/{slug}?mode=graded", Address(0.7, null));
        Assert.Equal($"/quiz/{slug}?mode=graded", Address(0.7, Now));
    }

    [Fact]
    public void What_is_locked_is_not_the_next_step_but_what_opens_it()
    {
        var locked = Due(Lessons[0].Slug, days: 1) with { Unmet = new(2, Lessons[1].Name, null) };

        Assert.Equal($"/glossary/{Lessons[1].Slug}", Next([locked, Due(Lessons[1].Slug, days: 2)]).Address);
    }

    private static (string? Slug, string Address) At(TermState state, params string[] slugs)
    {
        var step = NextStep.For([], Progress(state, slugs), 0, RealCurriculum, Calendar);
        return (step.Slug, step.Address);
    }

    private static DueAssignment Due(string slug, int days, AssignmentKind kind = AssignmentKind.Lesson) => new(
        new AssignmentDetails(1, slug, kind, CountedAttempt.Best, Now.AddDays(days)) { ClassId = 1 },
        "7b",
        new AssignmentWork(kind, null, null, 0, null));

    private static DueAssignment Read(DueAssignment due) => due with { Work = due.Work with { ReadUtc = Now } };

    private static DueAssignment Scored(DueAssignment due, double score) =>
        due with { Work = due.Work with { Counted = new CountedScore(score, IsLate: false) } };

    private static NextStep Next(IReadOnlyList<DueAssignment> due, string[]? read = null, int reviews = 0) =>
        NextStep.For(due, Progress(TermState.Read, read ?? []), reviews, RealCurriculum, Calendar);

    private static TermProgress[] Progress(TermState state, string[] slugs) =>
        [.. RealCurriculum.Terms.Select(
            term => new TermProgress(term.Slug, slugs.Contains(term.Slug) ? state : TermState.New, null, null, null, 0, null))];
}
