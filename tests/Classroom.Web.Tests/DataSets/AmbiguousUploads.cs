using Classroom.Training.Tests;
using SkiaSharp;

namespace Classroom.Web.Tests.DataSets;

/// <summary>Files that do not say how they are meant.</summary>
internal static class AmbiguousUploads
{
    /// <summary>Ten cats and ten dogs, by day and by night: two ways to tell them apart.</summary>
    public static byte[] Animals { get; } = Uploads.Zip(
        new[] { "cats/day", "cats/night", "dogs/day", "dogs/night" }.SelectMany((folder, index) => Enumerable.Range(0, 5).Select(
            i => ($"{folder}/{i}.png", Uploads.Picture(28, 28, (x, _) => new SKColor((byte)((x * 9) + index), 0, (byte)i))))));
}
