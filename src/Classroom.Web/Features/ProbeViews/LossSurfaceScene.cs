using System.Globalization;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.LossSurfaces;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The way that the weights have gone, on the loss surface where there is a picture of it.</summary>
/// <param name="Picture">Null where there are too many weights for one.</param>
/// <param name="Way">The line through all places so far.</param>
public sealed record LossSurfaceScene(PictureAddress? Picture, PlotScale X, PlotScale Y, string Way, IReadOnlyList<LossPlace> Places)
{
    public const double Size = 400;

    private const int Heights = 64;

    /// <param name="frames">All frames, so that a look back does not move the ground.</param>
    /// <param name="shown">The last one that is drawn.</param>
    public static LossSurfaceScene From(IReadOnlyList<RunFrameMessage> frames, int shown)
    {
        var all = frames.Select(frame => SharedScenes.Read<LossSurfaceFrame>(frame)).ToList();
        var grid = all[0].Grid;
        var seen = all.Where(frame => frame.Position is [not null, not null]).ToList();
        var x = grid is null
            ? PlotScale.Create(seen.Select(frame => frame.Position[0]!.Value), 0, Size)
            : new(grid.X[0], grid.X[1], 0, Size);
        var y = grid is null
            ? PlotScale.Create(seen.Select(frame => frame.Position[1]!.Value), Size, 0)
            : new(grid.Y[0], grid.Y[1], Size, 0);
        var heights = HeightsOf(grid?.Losses ?? seen.Select(frame => frame.Loss));
        var places = all.Index().Take(shown + 1).Where(frame => frame.Item.Position is [not null, not null]).Select(frame => new LossPlace(
            frames[frame.Index].Epoch,
            frame.Item.Position[0]!.Value,
            frame.Item.Position[1]!.Value,
            frame.Item.Loss,
            x.At(frame.Item.Position[0]!.Value),
            y.At(frame.Item.Position[1]!.Value),
            grid is not null && IsBeyond(x, y, frame.Item.Position),
            heights(frame.Item.Loss) * 5 / Heights)).ToList();
        var way = string.Concat(places.Select(
            (place, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{place.Left:0.#} {place.Top:0.#}")));
        return new(
            grid is null ? null : SharedScenes.GetOrCreate(frames[0], () => new PictureAddress(Paint(grid, heights))), x, y, way, places);
    }

    private static bool IsBeyond(PlotScale x, PlotScale y, double?[] position) =>
        position[0] < x.Low || position[0] > x.High || position[1] < y.Low || position[1] > y.High;

    // Losses differ by powers of ten: on a log scale the valley's floor shows too.
    private static Func<double?, int> HeightsOf(IEnumerable<double?> losses)
    {
        var positive = losses.OfType<double>().Where(loss => loss > 0).DefaultIfEmpty(1).ToList();
        var scale = new PlotScale(Math.Log10(positive.Min()), Math.Log10(positive.Max()) + 1e-9, 0, Heights - 1);
        return loss => loss switch
        {
            null => Heights - 1,
            <= 0 => 0,
            { } value => (int)Math.Round(scale.At(Math.Log10(value))),
        };
    }

    private static string Paint(LossGrid grid, Func<double?, int> heights) =>
        IndexedPng.ToDataAddress([.. grid.Losses.Select(loss => (byte)heights(loss))], grid.Side, grid.Side, Palette.Heights);
}
