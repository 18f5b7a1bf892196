using Classroom.School.Assignments;

namespace Classroom.Web.Features.Assignments;

/// <summary>Assignments that stand together: the steps of a list, or those between two lists.</summary>
/// <param name="List">Null where they are in none.</param>
public sealed record AssignmentGroup(ListDetails? List, IReadOnlyList<AssignmentDetails> Assignments)
{
    /// <param name="assignments">In their order.</param>
    /// <param name="lists">All of the class. Those without a step come last.</param>
    public static IReadOnlyList<AssignmentGroup> From(IReadOnlyList<AssignmentDetails> assignments, IReadOnlyList<ListDetails> lists)
    {
        var groups = new List<AssignmentGroup>();
        for (var start = 0; start < assignments.Count; start += groups[^1].Assignments.Count)
        {
            var listId = assignments[start].List?.ListId;
            groups.Add(new(
                lists.FirstOrDefault(list => list.Id == listId),
                [.. assignments.Skip(start).TakeWhile(assignment => assignment.List?.ListId == listId)]));
        }

        return [.. groups, .. lists.Where(list => list.Steps.Count == 0).Select(list => new AssignmentGroup(list, []))];
    }
}
