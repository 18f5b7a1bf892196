using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

/// <summary>Computes the numbers of the lesson and quiz on feature extraction from the raw data, and finds them in the text.</summary>
public sealed class FeatureExtractionTests
{
    private static readonly (int Digit, string[] Picture)[] Digits =
    [
        (0, [".....", ".###.", "#...#", "#...#", "#...#", "#...#", ".###."]),
        (1, ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."]),
        (7, ["#####", "....#", "...#.", "...#.", "..#..", "..#..", "..#.."]),
        (8, [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."]),
    ];

    private static readonly string[] Narrow = ["..#..", ".#.#.", ".#.#.", ".#.#.", ".#.#.", ".#.#.", "..#.."];

    private static Term Content => Find("feature-extraction");

    private static string Core => Content.Lesson!.Core.Text;

    private static string Deep => Content.Lesson!.Deep.Text;

    [Fact]
    public void The_features_of_four_digits()
    {
        var features = Digits.Select(digit => Features(digit.Picture)).ToList();

        Assert.Equal([(14, 1, 7), (10, 0, 6), (11, 0, 4), (17, 2, 7)], features);
        Assert.Contains(
            "The 0 has 14 ink pixels, 1 hole and 7 mirror rows. The 1 has 10, 0 and 6. The 7 has 11, 0 and 4. The 8 has 17, 2 and 7.",
            Content.Lesson!.Core.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Pixel_by_pixel_the_narrow_zero_is_closest_to_the_seven()
    {
        var differences = Digits.Select(
            digit => digit.Picture.Zip(Narrow, (a, b) => a.Zip(b).Count(pair => pair.First != pair.Second)).Sum()).ToList();

        Assert.Contains($"pixels that differ | {string.Join(" | ", differences)}", Content.Lesson!.Core.Rows());
        Assert.Equal(7, Digits[differences.IndexOf(differences.Min())].Digit);
    }

    [Fact]
    public void By_its_features_the_narrow_zero_is_closest_to_the_zero()
    {
        var (ink, holes, mirrors) = Features(Narrow);
        Assert.Contains($"{ink} ink pixels, {holes} hole and {mirrors} mirror rows", Core, StringComparison.Ordinal);

        var sums = new List<int>();
        foreach (var (digit, picture) in Digits)
        {
            var other = Features(picture);
            int[] apart = [Math.Abs(other.Ink - ink), Math.Abs(other.Holes - holes), Math.Abs(other.Mirrors - mirrors)];
            sums.Add(apart.Sum());
            Assert.Contains($"{digit} | {string.Join(" | ", apart)} | {sums[^1]}", Content.Lesson!.Core.Rows());
        }

        var (zero, seven) = (Features(Digits[0].Picture), Features(Digits[2].Picture));
        Assert.Contains(
            $"{Difference(zero.Ink, ink)} for the ink, {Difference(zero.Holes, holes)} for the holes and "
                + $"{Difference(zero.Mirrors, mirrors)} for the mirror rows",
            Core,
            StringComparison.Ordinal);
        Assert.Contains(
            $"{Difference(seven.Ink, ink)}, {Difference(seven.Holes, holes)} and {Difference(seven.Mirrors, mirrors)}.",
            Core,
            StringComparison.Ordinal);
        Assert.Equal(0, Digits[sums.IndexOf(sums.Min())].Digit);
    }

    [Fact]
    public void The_song_in_the_cafe()
    {
        Assert.Contains($"it has heard {Show(44_100 * 10)} numbers", Deep, StringComparison.Ordinal);
        Assert.Contains($"10 · 5 · 2 = {10 * 5 * 2} numbers", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_squared_distance_parts_two_rings()
    {
        (double X, double Y)[] inner = [(1, 0), (-1, 0)], outer = [(0, 2), (0, -2)];
        static double Feature((double X, double Y) point) => (point.X * point.X) + (point.Y * point.Y);

        Assert.Equal((0, 0), (inner.Average(point => point.X), inner.Average(point => point.Y)));
        Assert.Equal((0, 0), (outer.Average(point => point.X), outer.Average(point => point.Y)));
        Assert.All(inner, point => Assert.True(Feature(point) < 2.5));
        Assert.All(outer, point => Assert.True(Feature(point) > 2.5));
        Assert.Contains($"the inner points get {Feature(inner[0])} and the outer ones {Feature(outer[0])}", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scale_decides_which_leaf_is_nearer()
    {
        double[] a = [50, 3], b = [80, 7], leaf = [68, 3];
        static double[] Standardized(double[] of) => [(of[0] - 60) / 20, (of[1] - 5) / 2];
        static double Distance(double[] from, double[] to) => Math.Sqrt(from.Zip(to, (x, y) => (x - y) * (x - y)).Sum());

        Assert.Contains(
            $"= {Show(Distance(leaf, a), 2)}, to B √(12² + 4²) = √160 ≈ {Show(Distance(leaf, b), 2)}. Nearer to B.",
            Deep,
            StringComparison.Ordinal);
        var (za, zb, z) = (Standardized(a), Standardized(b), Standardized(leaf));
        Assert.Contains(
            $"the new leaf is ({Show(z[0], 2)}, {Show(z[1], 2)}), A is ({Show(za[0], 2)}, {Show(za[1], 2)}), and B is ({Show(zb[0], 2)}, "
                + $"{Show(zb[1], 2)})",
            Deep,
            StringComparison.Ordinal);
        Assert.Contains(
            $"To A it is {Show(Distance(z, za), 2)}, to B √(0.6² + 2²) = √4.36 ≈ {Show(Distance(z, zb), 2)}. Nearer to A.",
            Deep,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_cosines_of_three_feature_vectors()
    {
        double[] u = [3, 4, 0], v = [6, 8, 0], w = [4, 0, 3];
        static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
        static double Length(double[] a) => Math.Sqrt(Dot(a, a));

        Assert.Contains($"the lengths are {Length(u)}, {Length(v)} and {Length(w)}", Deep, StringComparison.Ordinal);
        Assert.Contains($"(18 + 32 + 0) / (5 · 10) = {Show(Dot(u, v) / (Length(u) * Length(v)), 2)}:", Deep, StringComparison.Ordinal);
        Assert.Contains(
            $"{Dot(u, w)} / {Length(u) * Length(w)} = {Show(Dot(u, w) / (Length(u) * Length(w)), 2)}.", Deep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_numbers_of_the_quiz()
    {
        string[] letter = ["####.", "#...#", "#...#", "####.", "#.#..", "#..#.", "#...#"];

        Assert.Equal(Features(letter).Mirrors, Content.Answer("rows-that-mirror"));
        Assert.Equal(Math.Abs(9 - 13) + Math.Abs(2 - 1) + Math.Abs(5 - 3), Content.Answer("apart-in-three-features"));
        Assert.Equal((85 - 70) / 6.0, (double)Content.Answer("standardise-a-value"));
    }

    private static (int Ink, int Holes, int Mirrors) Features(string[] picture) =>
        (picture.Sum(row => row.Count(pixel => pixel == '#')), Holes(picture), picture.Count(row => row.SequenceEqual(row.Reverse())));

    /// <summary>The light regions, side by side or one above the other, that a frame of light pixels does not reach.</summary>
    private static int Holes(string[] picture)
    {
        var width = picture[0].Length + 2;
        string[] framed = [new('.', width), .. picture.Select(row => $".{row}."), new('.', width)];
        var light = framed.SelectMany((row, y) => row.Select((pixel, x) => (pixel, y, x)))
            .Where(cell => cell.pixel == '.')
            .Select(cell => (cell.y, cell.x))
            .ToHashSet();
        var regions = 0;
        for (; light.Count > 0; regions++)
        {
            var reached = new Stack<(int Y, int X)>([light.First()]);
            while (reached.TryPop(out var at))
            {
                if (light.Remove(at))
                {
                    Array.ForEach([(at.Y + 1, at.X), (at.Y - 1, at.X), (at.Y, at.X + 1), (at.Y, at.X - 1)], reached.Push);
                }
            }
        }

        return regions - 1;
    }

    private static string Difference(int a, int b) => $"{Math.Max(a, b)} − {Math.Min(a, b)} = {Math.Abs(a - b)}";
}
