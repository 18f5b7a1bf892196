using Classroom.School.Assignments;

namespace Classroom.School.Gradebook;

/// <summary>What one student has in one assignment.</summary>
/// <param name="Points">What counts: the teacher's mark, else the computed one; null without either.</param>
/// <param name="Possible">Points of a perfect score.</param>
public sealed record Mark(MarkState State, double? Points, int Possible)
{
    /// <summary>From what she handed in, less what lateness costs; null without anything.</summary>
    public double? Computed { get; init; }

    /// <summary>Computed, as if it had been in time; null where lateness has cost nothing.</summary>
    public double? BeforeLate { get; init; }

    public bool IsLate { get; init; }

    /// <summary>A teacher gave it in place of the computed one.</summary>
    public bool IsOverridden { get; init; }

    /// <summary>Why; for teachers.</summary>
    public string? Reason { get; init; }

    /// <summary>For the student.</summary>
    public string? Comment { get; init; }

    /// <summary>Counts in totals: what is missing does so as zero.</summary>
    public bool Counts => State is MarkState.Graded or MarkState.Missing;

    internal static Mark From(AssignmentDetails assignment, AssignmentWork work, AssignmentStudent? own, DateTime dueUtc, DateTime now)
    {
        var computed = work.Counted?.Score * assignment.Points;
        var points = own?.Points ?? computed;
        var state = !work.IsGiven ? MarkState.NotAssigned
            : work.IsExcused ? MarkState.Excused
            : points is not null ? MarkState.Graded
            : now > dueUtc ? MarkState.Missing
            : MarkState.NotYetDue;
        return new Mark(state, state == MarkState.Graded ? points : null, assignment.Points)
        {
            Computed = computed,
            BeforeLate = work.Counted?.BeforeLate * assignment.Points,
            IsLate = work.IsLate,
            IsOverridden = own?.Points is not null,
            Reason = own?.Reason,
            Comment = own?.Comment,
        };
    }
}
