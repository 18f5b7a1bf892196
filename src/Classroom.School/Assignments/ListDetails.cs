namespace Classroom.School.Assignments;

/// <summary>A list of assignments as it stands.</summary>
/// <param name="Steps">The ids of its assignments, in their order.</param>
public sealed record ListDetails(int Id, int ClassId, string Title, bool IsSequential, IReadOnlyList<int> Steps, int Version)
{
    /// <summary>All that can be changed, as it stands.</summary>
    public ListSettings ToSettings() => new(Title, IsSequential, Steps);

    internal static ListDetails From(AssignmentList list) => new(
        list.Id,
        list.ClassId,
        list.Title,
        list.IsSequential,
        [.. list.Steps.OrderBy(step => step.Position).ThenBy(step => step.Id).Select(step => step.Id)],
        list.Version);
}
