using Classroom.School;
using Classroom.School.Questions;
using SkiaSharp;

namespace Classroom.Web.Features.Questions;

/// <summary>
/// Draws an uploaded picture anew: what is stored is a file that this program wrote, so nothing that was hidden in the upload (a place, a
/// script, another file) comes along.
/// </summary>
public static class PictureEncoder
{
    public const int MostBytes = 1024 * 1024;

    /// <summary>Of an uploaded picture; 64 MiB when it is decoded.</summary>
    public const int MostSide = 4096;

    /// <summary>Of a stored picture.</summary>
    public const int LargestSide = 1600;

    private const int Quality = 90;

    // Each takes some hundred MiB and a processor for a moment.
    private static readonly SemaphoreSlim Slots = new(2);

    public static Refusal TooLarge { get; } = Invalid("The file is larger than 1 MiB. Make the picture smaller, or save it as JPEG.");

    private static Refusal Damaged { get; } = Invalid("The picture is damaged or cut short. Save it again, then choose it here.");

    public static async Task<Outcome<NewPicture>> DrawAsync(byte[] file, CancellationToken cancellationToken = default)
    {
        if (file.Length > MostBytes)
        {
            return TooLarge;
        }

        await Slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Draw(file), cancellationToken);
        }
        finally
        {
            Slots.Release();
        }
    }

    private static Outcome<NewPicture> Draw(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp))
        {
            return Invalid("This is not a PNG, JPEG or WebP picture. Save it as one of them, then choose it here.");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MostSide || height > MostSide)
        {
            return Invalid($"The picture has {width:N0} × {height:N0} pixels; at most {MostSide:N0} × {MostSide:N0} are allowed.");
        }

        using var decoded = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(decoded.Info, decoded.GetPixels()) != SKCodecResult.Success)
        {
            return Damaged;
        }

        var (turn, isTurned) = Upright(codec.EncodedOrigin, width, height);
        var (across, down) = isTurned ? (height, width) : (width, height);
        var scale = Math.Min(1f, (float)LargestSide / Math.Max(across, down));
        var (newWidth, newHeight) = (Math.Max(1, (int)MathF.Round(across * scale)), Math.Max(1, (int)MathF.Round(down * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(newWidth, newHeight, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)newWidth / across, (float)newHeight / down);
        surface.Canvas.Concat(turn);
        using var image = SKImage.FromBitmap(decoded);
        surface.Canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var encoded = drawn.Encode(SKEncodedImageFormat.Webp, Quality);
        return encoded is null ? Damaged : new NewPicture(encoded.ToArray(), newWidth, newHeight);
    }

    /// <summary>A camera held upright writes the picture lying and says so.</summary>
    private static (SKMatrix Turn, bool IsTurned) Upright(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => (new(-1, 0, width, 0, 1, 0, 0, 0, 1), false),
        SKEncodedOrigin.BottomRight => (new(-1, 0, width, 0, -1, height, 0, 0, 1), false),
        SKEncodedOrigin.BottomLeft => (new(1, 0, 0, 0, -1, height, 0, 0, 1), false),
        SKEncodedOrigin.LeftTop => (new(0, 1, 0, 1, 0, 0, 0, 0, 1), true),
        SKEncodedOrigin.RightTop => (new(0, -1, height, 1, 0, 0, 0, 0, 1), true),
        SKEncodedOrigin.RightBottom => (new(0, -1, height, -1, 0, width, 0, 0, 1), true),
        SKEncodedOrigin.LeftBottom => (new(0, 1, 0, -1, 0, width, 0, 0, 1), true),
        _ => (SKMatrix.Identity, false),
    };

    private static Refusal.Invalid Invalid(string message) => new Refusal.Invalid("picture", message);
}
