namespace Classroom.Web.Features.Progress;

/// <summary>What the rows of a progress grid are sorted by.</summary>
/// <param name="Assignment">Its place among the assignments; null for other columns.</param>
/// <param name="IsDone">By how many assignments are done.</param>
public readonly record struct GridColumn(int? Assignment = null, bool IsDone = false)
{
    public static readonly GridColumn Student;

    public static readonly GridColumn Done = new(IsDone: true);
}
