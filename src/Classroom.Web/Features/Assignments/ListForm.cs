using System.Globalization;
using Classroom.School.Assignments;

namespace Classroom.Web.Features.Assignments;

/// <summary>A list of assignments as its form has it.</summary>
public sealed class ListForm
{
    public string? Version { get; set; }

    public string? Title { get; set; }

    /// <summary>"yes" where the steps open one after the other.</summary>
    public string? Sequential { get; set; }

    /// <summary>By the assignment's id: "yes" where it is in the list.</summary>
    public Dictionary<int, string>? Steps { get; set; }

    /// <summary>"yes" once she has seen whom the change is about.</summary>
    public string? Sure { get; set; }

    /// <param name="list">Null for a new one.</param>
    public static ListForm From(ListDetails? list) => new()
    {
        Version = list?.Version.ToString(CultureInfo.InvariantCulture),
        Title = list?.Title,
        Sequential = list is null or { IsSequential: true } ? "yes" : null,
        Steps = list?.Steps.ToDictionary(id => id, _ => "yes"),
    };

    /// <summary>What was in the list stays where it is, and what is new comes last.</summary>
    /// <param name="list">As it stands; null for a new one.</param>
    /// <param name="all">Of the class, in their order.</param>
    public ListSettings Read(ListDetails? list, IReadOnlyList<AssignmentDetails> all)
    {
        var chosen = (Steps ?? []).Where(step => step.Value == "yes").Select(step => step.Key).ToHashSet();
        var before = (list?.Steps ?? []).Where(chosen.Contains).ToList();
        var added = all.Select(assignment => assignment.Id).Where(chosen.Contains).Except(before);
        return new(Title ?? "", Sequential == "yes", [.. before, .. added]);
    }
}
