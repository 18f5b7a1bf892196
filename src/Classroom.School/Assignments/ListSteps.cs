using System.Globalization;
using Classroom.Naming;

namespace Classroom.School.Assignments;

/// <summary>The steps of a list: what can be wrong with them, and what they make of the class's assignments.</summary>
internal static class ListSteps
{
    /// <param name="listId">0 for a new list.</param>
    /// <param name="all">The class's assignments as they stand.</param>
    public static List<Fault> FindFaults(
        ListSettings wanted, int listId, List<AssignmentDetails> all, Curriculum.Curriculum curriculum)
    {
        var faults = wanted.Unread.ToList();
        var title = wanted.Title?.Trim() ?? "";
        if (title.Length is 0 or > AssignmentList.LongestTitle)
        {
            faults.Add(new("title", $"Give the list a title of 1 to {AssignmentList.LongestTitle} characters."));
        }
        else if (NameText.Fault(title) is { } unseen)
        {
            faults.Add(new("title", unseen));
        }

        var seen = new HashSet<int>();
        foreach (var (place, id) in wanted.Steps.Index())
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"steps[{place}]");
            var step = all.Find(assignment => assignment.Id == id);
            if (step is null)
            {
                faults.Add(new(field, $"This class has no assignment with the number {id}. Load the page again."));
            }
            else if (!seen.Add(id))
            {
                faults.Add(new(field, $"\"{step.NameIn(curriculum)}\" is there twice. Name each step once."));
            }
            else if (step.List is { } other && other.ListId != listId)
            {
                faults.Add(new(field, $"\"{step.NameIn(curriculum)}\" is in the list \"{other.Title}\". Take it out of that one first."));
            }
        }

        return faults.Count == 0 && PrerequisiteGraph.FindCycle(With(all, listId, wanted)) is { } cycle
            ? [AssignmentSequence.Circular(cycle, curriculum, "steps")]
            : faults;
    }

    /// <summary>The class's assignments as they would be with a list as it is wanted.</summary>
    public static List<AssignmentDetails> With(List<AssignmentDetails> all, int listId, ListSettings wanted)
    {
        var places = wanted.Steps.Distinct().Index().ToDictionary(step => step.Item, step => step.Index + 1);
        return all.ConvertAll(assignment =>
            places.TryGetValue(assignment.Id, out var place)
                ? assignment with { List = new(listId, wanted.Title, wanted.IsSequential, place) }
            : assignment.List?.ListId == listId ? assignment with { List = null }
            : assignment);
    }

    /// <param name="assignments">Those of the class, to be saved.</param>
    public static void Place(IEnumerable<Assignment> assignments, AssignmentList list, IReadOnlyList<int> steps)
    {
        var places = steps.Index().ToDictionary(step => step.Item, step => step.Index + 1);
        foreach (var assignment in assignments)
        {
            if (places.TryGetValue(assignment.Id, out var place))
            {
                (assignment.List, assignment.Position) = (list, place);
            }
            else if (list.Id != 0 && assignment.ListId == list.Id)
            {
                (assignment.List, assignment.ListId, assignment.Position) = (null, null, 0);
            }
        }
    }
}
