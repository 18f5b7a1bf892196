using Classroom.Curriculum.Terms;
using Classroom.Naming;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Progress;
using Classroom.School.Questions;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Home;

/// <summary>The one thing a student should do next.</summary>
/// <param name="Why">What makes it the next thing: the date it is due, or what it leads to.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Slug">The term that it is about; null where it is about none.</param>
public sealed record NextStep(string Title, string Why, string Button, string Address, string? Slug = null)
{
    /// <summary>The first lessons that a due one builds on and that have not been read, in the order to read them.</summary>
    public IReadOnlyList<Term> Before { get; init; } = [];

    private const int MostBefore = 3;

    /// <summary>
    /// What is due first and not done; else the reviews that are due; else the quiz of a lesson that was read; else the first lesson not
    /// read, which comes after all its prerequisites; else a better score, or the experiment where only that is missing; else the lab.
    /// </summary>
    public static NextStep For(
        IReadOnlyList<DueAssignment> assignments,
        IReadOnlyList<TermProgress> progress,
        int reviewsDue,
        Curriculum.Curriculum curriculum,
        SchoolCalendar calendar)
    {
        foreach (var due in assignments
            .Where(due => !due.IsDone && due.Unmet is null && due.Assignment.IsOpen(calendar.NowUtc))
            .OrderBy(due => due.Assignment.DueUtc))
        {
            var why = $"For {due.ClassName}, {FriendlyDate.Due(due.Assignment.DueUtc, calendar.In(due.Assignment.TimeZone))}.";
            if (due.Assignment.Kind == AssignmentKind.Task)
            {
                return new NextStep(
                    $"Lab task: {AssignmentName.For(due.Assignment, curriculum)}", why, "Open the task",
                    AssignmentName.Address(due.Assignment), curriculum.Find(due.Assignment.Slug)?.Slug);
            }

            if (OwnQuiz.IsOwn(due.Assignment.Slug))
            {
                return new NextStep(
                    $"Quiz: {AssignmentName.For(due.Assignment, curriculum)}", why, "Take the quiz", AssignmentName.Address(due.Assignment));
            }

            // A term may have lost its lesson since it was assigned: then there is nothing to open.
            if (curriculum.Find(due.Assignment.Slug) is { HasLesson: true } term)
            {
                if (due.Assignment.Kind == AssignmentKind.Experiment)
                {
                    return new NextStep($"Experiment: {term.Name}", why, "Open the experiment", $"/lab/{term.Slug}", term.Slug);
                }

                return due.Assignment.Kind == AssignmentKind.Lesson && due.ReadUtc is null
                    ? new NextStep(
                        $"Read: {term.Name}", why, "Read the lesson", $"/glossary/{term.Slug}", term.Slug)
                    { Before = UnreadBefore(term) }
                    : new NextStep($"Quiz: {term.Name}", why, "Take the quiz", $"/quiz/{term.Slug}?mode=graded", term.Slug);
            }
        }

        if (reviewsDue > 0)
        {
            var what = Counted.Format(reviewsDue, "question");
            return new NextStep(
                $"Review: {what}", "You got this wrong before. A short look back now makes it stay.", "Review now", "/review");
        }

        if (First(TermState.Read) is { } read)
        {
            return new NextStep(
                $"Quiz: {read.Name}", "You have read it. See what you remember.", "Take the quiz", $"/quiz/{read.Slug}", read.Slug);
        }

        if (First(TermState.New) is { } unread)
        {
            return new NextStep(
                $"Discover: {unread.Name}",
                "Nothing is due. Here is a lesson that you have not read yet.",
                "Read the lesson",
                $"/glossary/{unread.Slug}",
                unread.Slug);
        }

        if (First(TermState.Practiced) is not { } practiced)
        {
            return new NextStep(
                "Train a network", "You have mastered every lesson. Build a network of your own and watch it learn.", "Open the lab",
                "/lab");
        }

        return progress.First(entry => entry.Slug == practiced.Slug) is { BestScore: >= Mastery.Threshold, ExperimentDoneUtc: null }
            && practiced.HasExperiment
            ? new NextStep(
                $"Experiment: {practiced.Name}",
                "You know it well. Predict, run and explain its experiment, and it is yours.",
                "Open the experiment",
                $"/lab/{practiced.Slug}",
                practiced.Slug)
            : new NextStep(
                $"Master: {practiced.Name}",
                $"You have practiced it. {Percent.Format(Mastery.Threshold)} in the graded quiz makes it yours.",
                "Take the graded quiz",
                $"/quiz/{practiced.Slug}?mode=graded",
                practiced.Slug);

        IReadOnlyList<Term> UnreadBefore(Term due)
        {
            var needed = new HashSet<string>(StringComparer.Ordinal);
            Need(due);
            return [.. curriculum.Terms.Where(term => needed.Contains(term.Slug)).Take(MostBefore)];

            void Need(Term term)
            {
                foreach (var before in term.Prerequisites.Select(curriculum.Find).OfType<Term>())
                {
                    // Whoever has practiced a term knows it without having read it, and what comes before it.
                    if (before.HasLesson
                        && progress.Any(entry => entry.Slug == before.Slug && entry.State == TermState.New)
                        && needed.Add(before.Slug))
                    {
                        Need(before);
                    }
                }
            }
        }

        Term? First(TermState state)
        {
            var there = progress.Where(entry => entry.State == state).Select(entry => entry.Slug).ToHashSet(StringComparer.Ordinal);
            return curriculum.Terms.FirstOrDefault(term => term.HasLesson && there.Contains(term.Slug));
        }
    }
}
