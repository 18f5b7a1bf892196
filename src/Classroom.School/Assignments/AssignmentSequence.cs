using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Where an assignment stands among those of its class: what comes before it, and its list.</summary>
internal static class AssignmentSequence
{
    /// <summary>What the class does not have, and what could never be begun.</summary>
    /// <param name="assignment">As it stands; null for a new one, which nothing can wait for yet.</param>
    public static async Task<IReadOnlyList<Fault>> FindFaultsAsync(
        ClassroomDbContext db,
        Curriculum.Curriculum curriculum,
        int classId,
        Assignment? assignment,
        AssignmentSettings wanted,
        CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (wanted is { AfterId: null, AfterPercent: not null })
        {
            faults.Add(new("afterPercent", "Say which assignment this score is to be reached in, or leave it out."));
        }
        else if (wanted.AfterPercent is < 1 or > 100)
        {
            faults.Add(new("afterPercent", "Give a whole percentage from 1 to 100, or nothing where handing in is enough."));
        }

        if (wanted is { AfterId: null, ListId: null })
        {
            return faults;
        }

        var all = await db.ReadClassAsync(classId, cancellationToken);
        if (wanted.AfterId is { } afterId)
        {
            faults.AddRange(all.Find(other => other.Id == afterId) switch
            {
                null => [new("after", "This class has no such assignment. Choose one from the list, or none.")],
                _ when afterId == assignment?.Id => [new("after", "An assignment cannot come after itself. Choose another one.")],
                { Kind: AssignmentKind.Experiment } when wanted.AfterPercent is not null =>
                    [new("afterPercent", "An experiment has no score to reach: doing it is enough. Leave the percentage out.")],
                _ => Array.Empty<Fault>(),
            });
        }

        var list = await FindListAsync(db, classId, wanted.ListId, cancellationToken);
        if (wanted.ListId is not null && list is null)
        {
            faults.Add(new("list", "This class has no such list. Choose another one, or none."));
        }

        return faults.Count == 0 && assignment is not null
            && PrerequisiteGraph.FindCycle(With(all, assignment.Id, wanted, list)) is { } cycle
            ? [Circular(cycle, curriculum, wanted.AfterId is null ? "list" : "after")]
            : faults;
    }

    /// <summary>All assignments of a class.</summary>
    public static async Task<List<AssignmentDetails>> ReadClassAsync(
        this ClassroomDbContext db, int classId, CancellationToken cancellationToken) =>
        (await db.Assignments.AsNoTracking().Where(a => a.ClassId == classId).ToListAsync(cancellationToken))
            .ConvertAll(AssignmentDetails.From);

    /// <summary>The list that is wanted, if the class has it.</summary>
    public static async Task<AssignmentList?> FindListAsync(
        ClassroomDbContext db, int classId, int? listId, CancellationToken cancellationToken) => listId is null
        ? null
        : await db.AssignmentLists.SingleOrDefaultAsync(list => list.Id == listId && list.ClassId == classId, cancellationToken);

    /// <summary>The class's assignments as they would be with a change of one.</summary>
    /// <param name="list">The list that is wanted.</param>
    public static List<AssignmentDetails> With(
        List<AssignmentDetails> all, int assignmentId, AssignmentSettings wanted, AssignmentList? list) =>
        all.ConvertAll(a => a.Id != assignmentId ? a : a with
        {
            AfterId = wanted.AfterId,
            AfterPercent = wanted.AfterPercent,
            IsDraft = wanted.IsDraft,
            List = list is null ? null
                : a.List?.ListId == list.Id ? a.List
                : new ListStep(list.Id, list.Title, list.IsSequential, Last(all, list.Id) + 1),
        });

    public static Fault Circular(IReadOnlyList<AssignmentDetails> cycle, Curriculum.Curriculum curriculum, string field)
    {
        var names = cycle.Append(cycle[0]).Select(assignment => $"\"{assignment.NameIn(curriculum)}\"");
        return new(field, $"Nobody could ever begin these, because each waits for the next: {string.Join(" → ", names)}.");
    }

    /// <summary>Puts an assignment where it is wanted: at the end of its list, where that is another than before.</summary>
    /// <param name="assignment">New, or as it stands; its class is locked.</param>
    public static async Task PlaceAsync(
        ClassroomDbContext db, int classId, Assignment assignment, AssignmentSettings wanted, CancellationToken cancellationToken)
    {
        (assignment.AfterId, assignment.AfterPercent) = (wanted.AfterId, wanted.AfterPercent);
        if (assignment.ListId == wanted.ListId)
        {
            return;
        }

        Touch(db, assignment.List);
        var list = await FindListAsync(db, classId, wanted.ListId, cancellationToken);
        var last = list is null ? null
            : await db.Assignments.Where(a => a.ListId == list.Id).MaxAsync(a => (int?)a.Position, cancellationToken);
        (assignment.List, assignment.ListId, assignment.Position) = (list, list?.Id, list is null ? 0 : (last ?? 0) + 1);
        Touch(db, list);
    }

    /// <summary>Whoever has the list open has an old one.</summary>
    public static void Touch(ClassroomDbContext db, AssignmentList? list)
    {
        if (list is not null)
        {
            db.Entry(list).State = EntityState.Modified;
        }
    }

    private static int Last(List<AssignmentDetails> all, int listId) =>
        all.Where(a => a.List?.ListId == listId).Max(a => (int?)a.List!.Position) ?? 0;
}
