using Classroom.School.Progress;

namespace Classroom.Web.Features.Classes;

/// <param name="Given">False where the assignment is for others of the class.</param>
/// <param name="Done">All that the assignment asks for.</param>
/// <param name="Late">What counts came after it was due for this student.</param>
/// <param name="Score">0 to 1, less what lateness costs; null without an attempt that counts.</param>
/// <param name="Attempts">Graded ones that are handed in.</param>
/// <param name="Runs">Of the term's experiment.</param>
public sealed record ProgressCellAnswer(
    int Assignment,
    bool Given,
    bool Excused,
    bool Done,
    bool Late,
    double? Score,
    int Attempts,
    DateTime? ReadAt,
    DateTime? ExperimentDoneAt,
    int Runs)
{
    public static ProgressCellAnswer From(int assignment, ProgressCell cell) => new(
        assignment,
        cell.Work.IsGiven,
        cell.Work.IsExcused,
        cell.IsDone,
        cell.IsLate,
        cell.Score,
        cell.Work.Attempts,
        cell.ReadUtc,
        cell.ExperimentDoneUtc,
        cell.Runs);
}
