using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>What a row or a column of a progress grid comes to; what is not assigned or excused is not in it.</summary>
/// <param name="Expected">Cells that somebody has to do.</param>
/// <param name="Mean">Of the scores, 0 to 1; null without one.</param>
public sealed record GridSums(int Done, int Expected, double? Mean)
{
    public static GridSums Of(IEnumerable<ProgressCell> cells)
    {
        var expected = cells.Where(cell => cell.State is not (ProgressState.NotAssigned or ProgressState.Excused)).ToList();
        return new(expected.Count(cell => cell.IsDone), expected.Count, expected.Average(cell => cell.Score));
    }
}
