using Classroom.School.Assignments;

namespace Classroom.Web.Features.Assignments;

/// <summary>A list of assignments as its teachers set it.</summary>
/// <param name="Sequential">The steps open one after the other.</param>
/// <param name="Steps">Ids of assignments, in their order.</param>
/// <param name="Version">To send with a change, so that it is refused where somebody else has changed the list meanwhile.</param>
public sealed record ListAnswer(int Id, string Title, bool Sequential, IReadOnlyList<int> Steps, int Version)
{
    public static ListAnswer From(ListDetails list) => new(list.Id, list.Title, list.IsSequential, list.Steps, list.Version);
}
