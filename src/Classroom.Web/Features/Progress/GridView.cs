using Classroom.School.Progress;

namespace Classroom.Web.Features.Progress;

/// <summary>How somebody looks at a progress grid: in which order, and for what.</summary>
public sealed record GridView
{
    public GridColumn Column { get; init; }

    public bool Descending { get; init; }

    /// <summary>Only students with such a cell; all when null.</summary>
    public GridFilter? Filter { get; init; }

    /// <summary>The same column again turns the order around; scores and counts begin with the highest.</summary>
    public GridView SortedBy(GridColumn column) =>
        this with { Column = column, Descending = column == Column ? !Descending : column != GridColumn.Student };

    /// <summary>The same filter again lifts it.</summary>
    public GridView FilteredBy(GridFilter filter) => this with { Filter = filter.Key == Filter?.Key ? null : filter };

    /// <summary>For <c>aria-sort</c>.</summary>
    public string? SortOf(GridColumn column) => column != Column ? null : Descending ? "descending" : "ascending";

    public IReadOnlyList<StudentRow> Rows(ClassProgress progress)
    {
        // They come by name, and a stable order keeps that among equals.
        var rows = progress.Students.Where(row => Filter is null || row.Cells.Any(Filter.Matches));
        return Column switch
        {
            { Assignment: { } place } when place < progress.Assignments.Count => Order(rows, row => Rank(row.Cells[place])),
            { IsDone: true } => Order(rows, row => row.Cells.Count(cell => cell.IsDone)),
            _ => Descending ? [.. rows.Reverse()] : [.. rows],
        };
    }

    /// <summary>Those who have done nothing below those with a low score; whoever need not do it last.</summary>
    private static double Rank(ProgressCell cell) => cell.State switch
    {
        ProgressState.NotAssigned => -5,
        ProgressState.Excused => -4,
        ProgressState.NotBegun => -3,
        ProgressState.Reading => -2,
        ProgressState.Begun => -1,
        _ => cell.Score ?? 0,
    };

    private IReadOnlyList<StudentRow> Order(IEnumerable<StudentRow> rows, Func<StudentRow, double> by) =>
        Descending ? [.. rows.OrderByDescending(by)] : [.. rows.OrderBy(by)];
}
