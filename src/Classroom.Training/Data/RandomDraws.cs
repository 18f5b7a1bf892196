namespace Classroom.Training.Data;

/// <summary>Draws for the built-in data sets.</summary>
internal static class RandomDraws
{
    public static double Between(this Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    public static double Between(this Random random, (double Low, double High) range) => random.Between(range.Low, range.High);

    // Box and Muller, 1958.
    public static double NextGaussian(this Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>
    /// Where the draws of one example begin. Neighboring seeds of <see cref="Random"/> begin alike, so the bits are mixed first
    /// (the last steps of MurmurHash3, Appleby 2011).
    /// </summary>
    public static int SeedOf(int dataSet, int example)
    {
        unchecked
        {
            var mixed = ((uint)dataSet * 0x9E37_79B1) + (uint)example;
            mixed = (mixed ^ (mixed >> 16)) * 0x85EB_CA6B;
            mixed = (mixed ^ (mixed >> 13)) * 0xC2B2_AE35;
            return (int)(mixed ^ (mixed >> 16));
        }
    }
}
