using SkiaSharp;

namespace Classroom.Training.Data.Import;

/// <summary>
/// Makes a gray picture of 28 × 28 pixels of a PNG or JPEG file. How large a picture is stands at the start of its file, so
/// that one that would fill the memory is refused before a pixel of it is decoded.
/// </summary>
internal sealed class PictureReader(ImportLimits limits)
{
    public const int Side = 28;

    private const int BytesOfAPixel = 4;

    private long pixelsLeft = limits.MaxAllPixels;
    private byte[] colors = [];

    /// <summary>No more pictures can be read: together they have too many pixels.</summary>
    public bool IsExhausted => pixelsLeft < 0;

    /// <param name="file">The whole file.</param>
    /// <param name="picture">Receives (28, 28) gray values, 0 black to 255 white.</param>
    /// <returns>What is wrong with the file, or null.</returns>
    public string? Read(ReadOnlySpan<byte> file, Span<byte> picture)
    {
        if (!UploadFormat.IsPicture(file))
        {
            return file switch
            {
                [(byte)'P', (byte)'K', ..] => "It is a ZIP within the ZIP. Unpack it first.",
                [(byte)'G', (byte)'I', (byte)'F', ..] => "It is a GIF; only PNG and JPEG pictures are read.",
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "It is a WebP picture; only PNG and JPEG pictures are read.",
                _ => "It is not a PNG or JPEG picture. Leave it out.",
            };
        }

        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg))
        {
            return "The picture is damaged: its head cannot be read.";
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        var size = SmallestSize(codec);
        if ((long)width * height > limits.MaxPicturePixels || (long)size.Width * size.Height > limits.MaxDecodedPixels)
        {
            var most = (int)Math.Sqrt(codec.EncodedFormat == SKEncodedImageFormat.Jpeg ? limits.MaxPicturePixels : limits.MaxDecodedPixels);
            return $"The picture has {width:N0} × {height:N0} pixels; at most {most:N0} × {most:N0} are allowed. Make it smaller; it "
                + $"becomes {Side} × {Side} in any case.";
        }

        pixelsLeft -= (long)width * height;
        if (IsExhausted)
        {
            return $"Up to here the pictures have more than {limits.MaxAllPixels:N0} pixels together. Make them smaller; they become "
                + $"{Side} × {Side} in any case.";
        }

        // The decoder only tells the origin of a JPEG file and turns nothing itself.
        var origin = codec.EncodedFormat == SKEncodedImageFormat.Png ? PngOrientation.Read(file) : codec.EncodedOrigin;
        return Decode(codec, size) ? Fit(origin, size, picture) : "The picture is damaged or cut short.";
    }

    // A JPEG file can be decoded at a fraction of its size, which costs a fraction of the memory and time.
    private static SKSizeI SmallestSize(SKCodec codec) =>
        codec.EncodedFormat == SKEncodedImageFormat.Jpeg
            ? codec.GetScaledDimensions(Math.Clamp(2f * Side / Math.Min(codec.Info.Width, codec.Info.Height), 0.125f, 1))
            : new(codec.Info.Width, codec.Info.Height);

    private unsafe bool Decode(SKCodec codec, SKSizeI size)
    {
        var bytes = size.Width * size.Height * BytesOfAPixel;
        if (colors.Length < bytes)
        {
            colors = new byte[bytes];
        }

        fixed (byte* pixels = colors)
        {
            return codec.GetPixels(
                new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul),
                (nint)pixels) == SKCodecResult.Success;
        }
    }

    private string? Fit(SKEncodedOrigin origin, SKSizeI size, Span<byte> picture)
    {
        var grey = new GreyPicture(size.Width, size.Height, colors);
        Span<byte> asStored = stackalloc byte[Side * Side];
        grey.Fit(Side, asStored);

        // A camera held upright writes the picture lying and says so.
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var (right, down) = (Side - 1 - x, Side - 1 - y);
                var (fromX, fromY) = origin switch
                {
                    SKEncodedOrigin.TopRight => (right, y),
                    SKEncodedOrigin.BottomRight => (right, down),
                    SKEncodedOrigin.BottomLeft => (x, down),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, right),
                    SKEncodedOrigin.RightBottom => (down, right),
                    SKEncodedOrigin.LeftBottom => (down, x),
                    _ => (x, y),
                };
                picture[(y * Side) + x] = asStored[(fromY * Side) + fromX];
            }
        }

        return null;
    }
}
