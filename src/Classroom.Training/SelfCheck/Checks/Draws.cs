namespace Classroom.Training.SelfCheck.Checks;

/// <summary>Numbers to check with.</summary>
internal static class Draws
{
    /// <summary>Evenly from −1 to 1.</summary>
    public static float[] Numbers(this Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];

    /// <summary>Classes or characters, from 0.</summary>
    public static long[] Classes(this Random random, int count, int classes) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextInt64(classes))];

    public static double[] Doubles(this float[] numbers) => Array.ConvertAll(numbers, number => (double)number);

    /// <summary>From 1 to a bound, small ones more often: they are quicker, and edges show in them as well.</summary>
    public static int Size(this Random random, int most) => 1 + (int)(most * Math.Pow(random.NextDouble(), 2));

    public static bool Coin(this Random random) => random.Next(2) == 0;
}
