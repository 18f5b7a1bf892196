using System.Globalization;
using Classroom.School;
using Classroom.School.Feedback;

namespace Classroom.Web.Features.Feedback;

/// <summary>A note as its form has it.</summary>
public sealed class NoteForm
{
    private const string Answer = "answer";
    private const string Run = "run";

    /// <summary>The note that is changed; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>Of the note that is changed.</summary>
    public string? Version { get; set; }

    /// <summary>
    /// What it is about, as <see cref="OfAnswer"/> and <see cref="OfRun"/> write it; anything else is the assignment as a whole.
    /// </summary>
    public string? About { get; set; }

    public string? Step { get; set; }

    public string? Text { get; set; }

    /// <summary>"yes" where the student is asked to try again.</summary>
    public string? Again { get; set; }

    public static string OfAnswer(int attemptId, string questionId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Answer}:{attemptId}:{questionId}");

    public static string OfRun(Guid runId) => $"{Run}:{runId}";

    /// <summary>What somebody typed as a step; empty is none.</summary>
    public static (int? Step, Fault? Fault) ReadStep(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (null, null)
        : int.TryParse(typed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var step) ? (step, null)
        : (null, new("step", "Give the step as a whole number, or nothing for the run as a whole."));

    public NewNote Read(int classId, int studentId, int assignmentId)
    {
        var parts = (About ?? "").Split(':', 3);
        var (step, fault) = ReadStep(Step);
        var runId = parts is [Run, var id] && Guid.TryParse(id, out var run) ? run : (Guid?)null;
        var attemptId = parts is [Answer, var number, _]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) ? attempt : (int?)null;
        return new()
        {
            ClassId = classId,
            StudentId = studentId,
            AssignmentId = assignmentId,
            RunId = runId,
            AttemptId = attemptId,
            QuestionId = attemptId is null ? null : parts[2],
            // Without scripts the field stands there for every choice; it says nothing about an answer.
            Step = runId is null ? null : step,
            Text = Text ?? "",
            AsksAgain = Again == "yes",
            Unread = fault is null || runId is null ? [] : [fault],
        };
    }
}
