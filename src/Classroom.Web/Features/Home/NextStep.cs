using Classroom.School;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Home;

/// <summary>The one thing a student should do next.</summary>
/// <param name="Why">What makes it the next thing: the date it is due, or what it leads to.</param>
/// <param name="Button">What the button says.</param>
public sealed record NextStep(string Title, string Why, string Button, string Address)
{
    /// <summary>What is due first and not done; else the first lesson not read; else the lab.</summary>
    public static NextStep For(
        IReadOnlyList<DueAssignment> assignments, IReadOnlyList<TermProgress> progress, Curriculum.Curriculum curriculum, DateTime nowUtc)
    {
        foreach (var due in assignments.Where(due => !due.IsDone).OrderBy(due => due.Assignment.DueUtc))
        {
            // A term may have lost its lesson since it was assigned: then there is nothing to open.
            if (curriculum.Find(due.Assignment.Slug) is { HasLesson: true } term)
            {
                var why = $"For {due.ClassName}, {FriendlyDate.Due(due.Assignment.DueUtc, nowUtc)}.";
                return due.ReadUtc is null
                    ? new NextStep($"Read: {term.Name}", why, "Read the lesson", $"/glossary/{term.Slug}")
                    : new NextStep($"Quiz: {term.Name}", why, "Take the quiz", $"/quiz/{term.Slug}?mode=graded");
            }
        }

        var read = progress.Where(entry => entry.ReadUtc is not null).Select(entry => entry.Slug).ToHashSet(StringComparer.Ordinal);
        return curriculum.Terms.FirstOrDefault(term => term.HasLesson && !read.Contains(term.Slug)) is { } next
            ? new NextStep($"Discover: {next.Name}", "Nothing is due. Here is a lesson that you have not read yet.", "Read the lesson", $"/glossary/{next.Slug}")
            : new NextStep("Train a network", "You have read every lesson. Build a network of your own and watch it learn.", "Open the lab", "/lab");
    }
}
