using Classroom.School.Assignments;

namespace Classroom.Web.Shared;

/// <summary>Where an assignment stands in its list, in words.</summary>
public static class ListText
{
    /// <summary>"Step 2 of 4 in Week 1"; null where it is in no list.</summary>
    /// <param name="all">All that the reader has, in their order: steps that are for others are not counted.</param>
    public static string? Say(AssignmentDetails assignment, IEnumerable<AssignmentDetails> all)
    {
        if (assignment.List is not { } list)
        {
            return null;
        }

        var steps = all.Where(other => other.List?.ListId == list.ListId).Select(other => other.Id).ToList();
        return $"Step {steps.IndexOf(assignment.Id) + 1} of {steps.Count} in {list.Title}";
    }
}
