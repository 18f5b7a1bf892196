using Classroom.Runs.Grains;
using Classroom.Training.Probes.Filters;
using Classroom.Web.Shared.Drawing;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>The filters of the first convolution as little pictures.</summary>
public sealed record FiltersScene(PictureSheet Sheet, FiltersFrame Frame)
{
    public static FiltersScene From(RunFrameMessage shown)
    {
        var frame = SharedScenes.Read<FiltersFrame>(shown);
        return new(
            PictureSheet.Create(
                [.. frame.Filters.Select(filter => filter.Select(Color).ToArray())], frame.Width, frame.Height, Palette.Diverging),
            frame);
    }

    /// <summary>The weights of a filter, row by row from the top.</summary>
    public IEnumerable<double?> Weights(int filter) =>
        Frame.Filters[filter].Select(value => Frame.Limit is { } limit ? (value - 128) / 127.0 * limit : (double?)null);

    // 1 to 255 around 128, to 0 to 64 around 32.
    private static byte Color(byte value) => (byte)Math.Round(Palette.Zero + ((Math.Max((byte)1, value) - 128) / 127.0 * Palette.Zero));
}
