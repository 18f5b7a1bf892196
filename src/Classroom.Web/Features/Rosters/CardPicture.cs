using Classroom.School.SignInCards;
using Classroom.Web.Features.PictureSignIn;
using SkiaSharp;

namespace Classroom.Web.Features.Rosters;

/// <summary>One of the sixteen pictures on paper, with its word below it.</summary>
internal static class CardPicture
{
    private const float WordPoints = 8;

    /// <summary>Within a square, of which the word takes the lowest part.</summary>
    public static void Draw(SKCanvas canvas, SecretPicture picture, float left, float top, float size)
    {
        var drawing = SecretDrawings.Of(picture);
        var side = size - WordPoints - 4;
        canvas.Save();
        canvas.Translate(left + ((size - side) / 2), top);
        canvas.Scale(side / SecretDrawings.Size);
        using var pen = new SKPaint
        {
            Color = SKColors.Black,
            IsAntialias = true,
            IsStroke = true,
            StrokeWidth = 3,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
        };
        using var brush = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        Draw(canvas, drawing.Lines, pen);
        Draw(canvas, drawing.Areas, brush);
        canvas.Restore();
        using var font = CardFont.Sized(WordPoints);
        canvas.DrawText(drawing.Word, left + (size / 2), top + side + WordPoints + 1, SKTextAlign.Center, font, brush);
    }

    private static void Draw(SKCanvas canvas, string data, SKPaint paint)
    {
        using var path = SKPath.ParseSvgPathData(data);
        canvas.DrawPath(path, paint);
    }
}
