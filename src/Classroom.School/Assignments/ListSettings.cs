namespace Classroom.School.Assignments;

/// <summary>What a teacher decides about a list of assignments.</summary>
/// <param name="IsSequential">The steps open one after the other.</param>
/// <param name="Steps">The ids of its assignments, in their order.</param>
public sealed record ListSettings(string Title, bool IsSequential, IReadOnlyList<int> Steps)
{
    /// <summary>What of the request could not be read, each fault with its field; named with all else that is wrong.</summary>
    public IReadOnlyList<Fault> Unread { get; init; } = [];

    /// <summary>With one step moved so many places down, or up where that is negative, as far as the list goes.</summary>
    public ListSettings Move(int assignmentId, int places)
    {
        var steps = Steps.ToList();
        var from = steps.IndexOf(assignmentId);
        if (from < 0)
        {
            return this;
        }

        steps.RemoveAt(from);
        steps.Insert(Math.Clamp(from + places, 0, steps.Count), assignmentId);
        return this with { Steps = steps };
    }
}
