using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Classroom.Training.Tests;

/// <summary>Small uploads of every format, as teachers bring them.</summary>
internal static class Uploads
{
    public static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    /// <summary>Leaves: two measured numbers and a name.</summary>
    public static byte[] Leaves(int rows = 20) =>
        Csv(["length,width,label", .. Enumerable.Range(0, rows).Select(i => $"{10 + i}.5,{-i * 0.25m},{(i % 2 == 0 ? "oak" : "maple")}")]);

    /// <summary>Pixels of pictures, or a table: a bright bar along the top of even rows' pictures, down the left of odd ones'.</summary>
    public static byte[] Digits() => Csv(
    [
        string.Join(',', Enumerable.Range(0, 64).Select(i => $"p{i}").Append("label")),
        .. Enumerable.Range(0, 20)
            .Select(row => string.Join(
                ',', Enumerable.Range(0, 64).Select(i => (row % 2 == 0 ? i / 8 : i % 8) == 0 ? 16 : row % 3).Append(row % 2))),
    ]);

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Dark and bright pictures in a folder each, in equal numbers.</summary>
    public static byte[] Pictures(int count = 10) =>
        Zip(Enumerable.Range(0, count).Select(i => i % 2 == 0
            ? ($"bright/{i}.png", Picture(9, 9, (_, _) => new SKColor((byte)(200 + i), 200, 200)))
            : ($"dark/{i}.jpg", Picture(20, 12, (x, _) => new SKColor((byte)x, 10, 20), SKEncodedImageFormat.Jpeg))));

    public static byte[] Picture(
        int width, int height, Func<int, int, SKColor> color, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        var pixels = new byte[width * height * 4];
        for (var i = 0; i < width * height; i++)
        {
            var seen = color(i % width, i / width);
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) = (seen.Red, seen.Green, seen.Blue, seen.Alpha);
        }

        using var image = SKImage.FromPixelCopy(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul), pixels);
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }

    public static byte[] Text(string text = "The cat sat on the mat.\nThe dog dug a hole.\n", int times = 4) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)));
}
