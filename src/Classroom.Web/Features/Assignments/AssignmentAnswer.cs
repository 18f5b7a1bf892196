using System.Text.Json;
using Classroom.School.Assignments;
using Classroom.Web.Features.Tasks;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>An assignment as its teachers set it.</summary>
/// <param name="Title">Its own, or the name of its term.</param>
/// <param name="Term">Empty for a lab task that is about none.</param>
/// <param name="Goal">Of a lab task: "beat-class", or its conditions.</param>
/// <param name="Config">Of a lab task: the settings to begin with.</param>
/// <param name="Students">Null for the whole class.</param>
/// <param name="After">The assignment that students have to do first.</param>
/// <param name="AfterPercent">The score to reach in that one.</param>
/// <param name="Version">To send with a change, so that it is refused where somebody else has changed the assignment meanwhile.</param>
public sealed record AssignmentAnswer(
    int Id,
    string Kind,
    string Term,
    string Title,
    int Points,
    DateTime? OpensAt,
    DateTime DueAt,
    DateTime? ClosesAt,
    int? Attempts,
    string Counted,
    int? Minutes,
    LateAnswer Late,
    IReadOnlyList<int>? Students,
    string ScoresFrom,
    string AnswersFrom,
    int? Category,
    int? After,
    int? AfterPercent,
    int? List,
    bool Draft,
    bool Posted,
    string? Instructions,
    JsonElement? Goal,
    JsonElement? Config,
    int Version)
{
    public static AssignmentAnswer From(AssignmentSetup setup, Curriculum.Curriculum curriculum)
    {
        var assignment = setup.Assignment;
        return new(
            assignment.Id,
            Words.Of(assignment.Kind),
            assignment.Slug,
            AssignmentName.For(assignment, curriculum),
            assignment.Points,
            assignment.OpensUtc,
            assignment.DueUtc,
            assignment.ClosesUtc,
            assignment.AttemptsAllowed,
            Words.Of(assignment.Counts),
            assignment.Minutes,
            new(assignment.Late.PercentPerDay, assignment.Late.FloorPercent),
            setup.Students,
            Words.Of(assignment.ScoresFrom),
            Words.Of(assignment.AnswersFrom),
            assignment.CategoryId,
            assignment.AfterId,
            assignment.AfterPercent,
            assignment.List?.ListId,
            assignment.IsDraft,
            assignment.PostedUtc is not null,
            assignment.Instructions,
            TaskJson.Write(assignment.Goal),
            assignment.ConfigJson is { } json ? JsonElement.Parse(json) : null,
            assignment.Version);
    }
}
