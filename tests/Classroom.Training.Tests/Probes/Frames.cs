using System.Text.Json;

namespace Classroom.Training.Tests;

internal static class Frames
{
    public static float[] Numbers(this JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetSingle())];

    public static int[] Whole(this JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    public static byte[] Bytes(this JsonElement json, string name) => json.GetProperty(name).GetBytesFromBase64();

    public static float Number(this JsonElement json, string name) => json.GetProperty(name).GetSingle();

    public static List<JsonElement> Items(this JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray()];

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    /// <summary>Frames have four significant digits.</summary>
    public static void Near(double expected, double actual, double relative = 6e-4) =>
        Assert.InRange(actual, expected - (relative * Math.Abs(expected)) - 1e-6, expected + (relative * Math.Abs(expected)) + 1e-6);
}
