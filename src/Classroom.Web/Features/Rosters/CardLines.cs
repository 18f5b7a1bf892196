using SkiaSharp;

namespace Classroom.Web.Features.Rosters;

/// <summary>Lines of text, one below the other. What is too wide is made smaller, then broken.</summary>
internal sealed class CardLines(SKCanvas canvas, float left, float top, float width)
{
    private const float Leading = 1.25f;

    // Smaller than this is hard to read.
    private const float SmallestPoints = 7;

    private float y = top;

    public void Space(float points) => y += points;

    /// <summary>What does not fit into the lines that it may have is cut.</summary>
    public void Write(string text, float points, SKColor color, int mostLines = int.MaxValue)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var size = points;
        while (size > Math.Max(SmallestPoints, points * 0.7f) && Measure(text, size) > width)
        {
            size -= 0.5f;
        }

        using var font = CardFont.Sized(Math.Min(size, points));
        for (var written = 0; text.Length > 0 && written < mostLines; written++)
        {
            var fitting = Fitting(font, text);
            y += font.Size * Leading;
            canvas.DrawText(text[..fitting], left, y - (font.Size * (Leading - 1)), SKTextAlign.Left, font, paint);
            text = text[fitting..].TrimStart();
        }
    }

    private static float Measure(string text, float points)
    {
        using var font = CardFont.Sized(points);
        return font.MeasureText(text);
    }

    /// <summary>How many characters fit on a line: up to a blank where there is one.</summary>
    private int Fitting(SKFont font, string text)
    {
        if (font.MeasureText(text) <= width)
        {
            return text.Length;
        }

        var most = Math.Max(1, font.BreakText(text, width));
        if (most < text.Length && char.IsLowSurrogate(text[most]) && most > 1)
        {
            most--;
        }

        return text.LastIndexOf(' ', most - 1) is var blank and > 0 ? blank : most;
    }
}
