using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>What can be wrong with what is to be assigned, beside its settings.</summary>
internal static class NewAssignmentFaults
{
    public static string? TitleOf(AssignmentSettings wanted) => string.IsNullOrWhiteSpace(wanted.Title) ? null : wanted.Title.Trim();

    /// <summary>What is wrong with the term, or with the quiz that a teacher made.</summary>
    public static async Task<IReadOnlyList<Fault>> FindAsync(
        ClassroomDbContext db,
        Curriculum.Curriculum curriculum,
        Actor actor,
        NewAssignment wanted,
        CancellationToken cancellationToken) => OwnQuiz.IsOwn(wanted.Slug)
        ? await OwnQuizWork.FindFaultsAsync(db, actor, wanted, cancellationToken)
        : [.. OfTerm(curriculum, wanted)];

    /// <summary>A fault where the class has the same work for the same students until the same time.</summary>
    public static async Task<IReadOnlyList<Fault>> FindTwinAsync(
        ClassroomDbContext db, int classId, NewAssignment wanted, CancellationToken cancellationToken)
    {
        var due = wanted.DueUtc!.Value.ToMicroseconds();
        var students = wanted.Students?.Order().ToList();
        var title = TitleOf(wanted);
        var alike = await db.Assignments
            .Where(a => a.ClassId == classId && a.Slug == wanted.Slug && a.Kind == wanted.Kind && a.DueUtc == due
                && (a.Kind != AssignmentKind.Task || a.Title == title))
            .Select(a => a.IsForSome ? a.Students.Where(own => own.IsGiven).Select(own => own.UserId).ToList() : null)
            .ToListAsync(cancellationToken);
        return alike.Exists(given => students is null ? given is null : given?.Order().SequenceEqual(students) == true)
            ? [new("slug", "This class already has this assigned for the same time. To change it, open that assignment.")]
            : [];
    }

    private static IEnumerable<Fault> OfTerm(Curriculum.Curriculum curriculum, NewAssignment wanted)
    {
        if (!Enum.IsDefined(wanted.Kind))
        {
            yield return new("kind", "Choose a lesson, a quiz, an experiment or a lab task.");
        }

        var term = curriculum.Find(wanted.Slug);
        var isThere = wanted.Kind switch
        {
            AssignmentKind.Experiment => term is { HasExperiment: true },
            AssignmentKind.Task => wanted.Slug.Length == 0 || term is { HasLesson: true },
            _ => term is { HasLesson: true },
        };
        if (!isThere)
        {
            yield return new(
                "slug",
                wanted.Slug.Length == 0 ? "Choose a lesson."
                : wanted.Kind == AssignmentKind.Experiment && term is not null
                    ? $"\"{term.Name}\" has no experiment. Choose another term."
                    : $"There is no lesson \"{wanted.Slug}\". Choose one from the glossary.");
        }
    }
}
