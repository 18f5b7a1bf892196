namespace Classroom.Web.Features.Charts;

/// <summary>Where upright lines stand in a chart, on its lower axis.</summary>
/// <param name="Epoch">That the reader looks at; null for none.</param>
/// <param name="Notes">Ascending.</param>
public sealed record ChartMarks(double? Epoch, IReadOnlyList<double> Notes)
{
    public static readonly ChartMarks None = new(null, []);

    /// <summary>By the chart's first run.</summary>
    public static ChartMarks Of(ChartContent content)
    {
        if (content.Runs is not [var first, ..])
        {
            return None;
        }

        var axis = content.View.Axis;
        return new(
            content.Epoch is { } epoch
                ? CurveLine.X(first, epoch * Math.Max(1, first.Status.Steps / first.Config.Epochs), axis)
                : null,
            [.. content.Notes.Select(step => CurveLine.X(first, step, axis))]);
    }

    public bool Equals(ChartMarks? other) => other is not null && Epoch == other.Epoch && Notes.SequenceEqual(other.Notes);

    public override int GetHashCode() => HashCode.Combine(Epoch, Notes.Count);
}
