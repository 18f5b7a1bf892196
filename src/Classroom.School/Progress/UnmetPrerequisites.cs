using Classroom.School.Assignments;

namespace Classroom.School.Progress;

/// <summary>Decides what is locked for whom: what she has not begun while something that comes before it is not done.</summary>
internal sealed class UnmetPrerequisites(
    Curriculum.Curriculum curriculum, WorkRecords records, BegunAssignments begun, DateTime nowUtc)
{
    // A score is a mean of many, and may miss a whole percentage by the last bit.
    private const double Tolerance = 1e-9;

    /// <summary>The first that is not done; null where she may begin.</summary>
    /// <param name="given">All that the student has; what she does not have is no barrier.</param>
    public UnmetPrerequisite? Find(int studentId, AssignmentDetails assignment, IReadOnlyList<AssignmentDetails> given)
    {
        if (!assignment.HasPrerequisites || begun.Has(studentId, assignment.Id)
            || records.For(studentId, assignment) is { IsDone: true } or { Attempts: > 0 } or { IsExcused: true })
        {
            return null;
        }

        return PrerequisiteGraph.Before(assignment, given)
            .Select(first => Unmet(studentId, first, first.Id == assignment.AfterId ? assignment.AfterPercent : null))
            .FirstOrDefault(unmet => unmet is not null);
    }

    private UnmetPrerequisite? Unmet(int studentId, AssignmentDetails first, int? percent)
    {
        var (work, mine) = (records.For(studentId, first), records.Allowances.For(studentId, first));
        // A mark that the teacher gave stands for the work, as soon as the student may see it.
        var given = first.PostedUtc is null ? null : records.Allowances.Own(studentId, first.Id)?.Points;
        if (work.IsExcused || ((work.IsDone || given is not null) && (percent is null || Reaches(percent.Value))))
        {
            return null;
        }

        return new(first.Id, first.NameIn(curriculum), percent)
        {
            IsOver = nowUtc >= mine.ClosesUtc || (first.HasAttempts && work.Attempts >= mine.Attempts),
        };

        // As graded: what lateness costs would keep her out for good.
        bool Reaches(int least) => (given is not null
            ? given / first.Points
            : records.Counted(studentId, first with { Late = default }, mine.DueUtc)?.Score) >= (least / 100.0) - Tolerance;
    }
}
