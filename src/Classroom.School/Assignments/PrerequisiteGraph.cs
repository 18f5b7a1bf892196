namespace Classroom.School.Assignments;

/// <summary>What has to be done before what in a class. The one place that says so, for whoever changes it and for whoever waits.</summary>
internal static class PrerequisiteGraph
{
    /// <summary>
    /// What has to be done before an assignment: the one that it names, and in a list whose steps open one after the other all steps
    /// before it.
    /// </summary>
    /// <param name="all">Those of the class that count; one that is not among them is no barrier.</param>
    public static IEnumerable<AssignmentDetails> Before(AssignmentDetails assignment, IReadOnlyList<AssignmentDetails> all) =>
        all.Where(other => other.Id == assignment.AfterId).Concat(
            assignment.List is { IsSequential: true } mine
                ? all.Where(other => other.List?.ListId == mine.ListId && IsBefore(other, assignment))
                    .OrderBy(other => other.List!.Position)
                : []);

    /// <summary>Assignments each of which waits for the next, and the last for the first; null where there is no such circle.</summary>
    public static IReadOnlyList<AssignmentDetails>? FindCycle(IReadOnlyList<AssignmentDetails> all)
    {
        var (done, path) = (new HashSet<int>(), new List<AssignmentDetails>());
        return all.Select(Search).FirstOrDefault(cycle => cycle is not null);

        List<AssignmentDetails>? Search(AssignmentDetails assignment)
        {
            if (path.FindIndex(waiting => waiting.Id == assignment.Id) is >= 0 and var start)
            {
                return path[start..];
            }

            if (done.Contains(assignment.Id))
            {
                return null;
            }

            path.Add(assignment);
            var cycle = Before(assignment, all).Select(Search).FirstOrDefault(found => found is not null);
            path.RemoveAt(path.Count - 1);
            done.Add(assignment.Id);
            return cycle;
        }
    }

    private static bool IsBefore(AssignmentDetails step, AssignmentDetails other) =>
        step.List!.Position < other.List!.Position || (step.List.Position == other.List.Position && step.Id < other.Id);
}
