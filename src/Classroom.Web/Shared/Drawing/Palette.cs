namespace Classroom.Web.Shared.Drawing;

/// <summary>The colors of a small picture: at most 256, each with red, green, blue and opacity.</summary>
public sealed class Palette
{
    private Palette(IEnumerable<(byte Red, byte Green, byte Blue, byte Alpha)> colors)
    {
        var all = colors.ToArray();
        Colors = [.. all.SelectMany(color => new[] { color.Red, color.Green, color.Blue })];
        Opacities = [.. all.Select(color => color.Alpha)];
    }

    /// <summary>Steps from black to white, from low to high loss, or from nearly clear to nearly full.</summary>
    public const int Shades = 16;

    /// <summary>The middle of <see cref="Diverging"/>.</summary>
    public const int Zero = 32;

    /// <summary>0 black to 15 white, then <see cref="Shades"/>: see-through.</summary>
    public static Palette Grey { get; } = new([
        .. Enumerable.Range(0, Shades).Select(shade => ((byte)(17 * shade), (byte)(17 * shade), (byte)(17 * shade), byte.MaxValue)),
        (0, 0, 0, 0)
    ]);

    /// <summary>0 vermilion (most negative), 32 white, 64 blue (most positive); 65 see-through.</summary>
    public static Palette Diverging { get; } = new([.. Enumerable.Range(-Zero, (2 * Zero) + 1).Select(Signed), (0, 0, 0, 0)]);

    /// <summary>The six series colors, each in <see cref="Shades"/> steps: so it is pale on light and on dark paper.</summary>
    public static Palette Classes { get; } = new(SeriesColors.SelectMany(
        color => Enumerable.Range(0, Shades).Select(shade => (color.Red, color.Green, color.Blue, (byte)(34 + (shade * 9))))));

    /// <summary>0 the lowest (dark blue) to 63 the highest (yellow); 64 see-through. Equally readable without color vision.</summary>
    public static Palette Heights { get; } = new([.. Enumerable.Range(0, 64).Select(Height), (0, 0, 0, 0)]);

    public static int SeriesCount => SeriesColors.Length;

    /// <summary>Three bytes a color.</summary>
    public byte[] Colors { get; }

    public byte[] Opacities { get; }

    private static (byte Red, byte Green, byte Blue)[] SeriesColors =>
        [(0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167), (86, 180, 233), (230, 159, 0)];

    private static (byte Red, byte Green, byte Blue)[] HeightColors =>
        [
            (68, 1, 84),
            (71, 44, 122),
            (59, 81, 139),
            (44, 113, 142),
            (33, 144, 141),
            (39, 173, 129),
            (92, 200, 99),
            (170, 220, 50),
            (253, 231, 37)
        ];

    private static (byte Red, byte Green, byte Blue, byte Alpha) Signed(int value)
    {
        var (red, green, blue) = SeriesColors[value < 0 ? 1 : 0];
        return Mix((250, 250, 250), (red, green, blue), Math.Abs(value) / (double)Zero);
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha) Height(int index)
    {
        var place = index / 63.0 * (HeightColors.Length - 1);
        var lower = Math.Min((int)place, HeightColors.Length - 2);
        return Mix(HeightColors[lower], HeightColors[lower + 1], place - lower);
    }

    private static (byte Red, byte Green, byte Blue, byte Alpha) Mix(
        (byte Red, byte Green, byte Blue) from, (byte Red, byte Green, byte Blue) to, double share)
    {
        return (Between(from.Red, to.Red), Between(from.Green, to.Green), Between(from.Blue, to.Blue), byte.MaxValue);

        byte Between(byte one, byte other) => (byte)Math.Round(one + (share * (other - one)));
    }
}
