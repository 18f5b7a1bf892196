using Classroom.Curriculum.Terms;
using static Classroom.Curriculum.Tests.WorkedExamples.LessonText;

namespace Classroom.Curriculum.Tests.WorkedExamples;

public sealed class PoolingLayerTests
{
    private static readonly int[][] CoreMap = [[1, 0, 2, 3], [4, 6, 0, 1], [0, 2, 5, 5], [1, 1, 0, 2]];
    private static readonly int[][] DeepMap = [[2, 0, 1, 3, 0], [1, 4, 0, 0, 2], [0, 1, 7, 1, 0], [3, 0, 2, 0, 5], [0, 1, 0, 6, 9]];
    private static readonly double[] Gradients = [0.1, 0.2, -0.4, 0.3];
    private static readonly string[] Names = ["top left", "top right", "bottom left", "bottom right"];

    private static Term Content => Find("pooling-layer");

    private static string Core => Content.Lesson!.Core.Words();

    private static string Deep => Content.Lesson!.Deep.Words();

    [Fact]
    public void The_hours_of_a_week()
    {
        Assert.Contains($"{7 * 24} numbers", Core);
    }

    [Fact]
    public void The_four_blocks_by_maximum_and_by_average()
    {
        Assert.All(CoreMap.Select((row, i) => $"row {i + 1} {string.Join(' ', row)}"), row => Assert.Contains(row, Core));

        var windows = Windows(CoreMap, 2, 2);
        Assert.All(windows.Zip(Names), item => Assert.Contains(
            $"{item.Second} {string.Join(", ", item.First)} {item.First.Max()} {item.First.Sum()} ÷ 4 = {Show(item.First.Average(), 2)}",
            Core));

        // The strongest find is another one.
        Assert.Equal("top left", Names[windows.Select(window => window.Max()).ToList().IndexOf(6)]);
        Assert.Equal(6, windows.Max(window => window.Max()));
        Assert.Equal(
            "bottom right", Names[windows.Select(window => window.Average()).ToList().IndexOf(windows.Max(window => window.Average()))]);
    }

    [Fact]
    public void The_sizes_after_one_and_two_poolings()
    {
        var once = Side(28, 2, 2);
        var twice = Side(once, 2, 2);

        Assert.Contains(
            $"A 28 × 28 map has {28 * 28} numbers. After one 2 × 2 pooling it has {once} × {once} = {once * once}. After a second one it "
                + $"has {twice} × {twice} = {twice * twice}.",
            Core);
        Assert.Contains($"a 7 × 7 map becomes {Side(7, 2, 2)} × {Side(7, 2, 2)}", Deep);
    }

    [Fact]
    public void The_overlapping_windows()
    {
        Assert.Equal(2, Side(5, 3, 2));
        Assert.All(Windows(DeepMap, 3, 2).Zip(Names, Gradients), item => Assert.Contains(
            $"{item.Second} {item.First.Max()} {item.First.Sum()}/9 ≈ {Fixed(item.First.Average(), 2)} {Fixed(item.Third, 1)}", Deep));
    }

    [Fact]
    public void The_gradients_of_the_7_and_the_9()
    {
        // Where the window with gradient g wins, the value receives g; averaging gives every value under the window g / 9.
        double byMax(int value) => Windows(DeepMap, 3, 2).Zip(Gradients).Where(item => item.First.Max() == value).Sum(item => item.Second);
        double byAverage(int value) =>
            Windows(DeepMap, 3, 2).Zip(Gradients).Where(item => item.First.Contains(value)).Sum(item => item.Second) / 9;

        Assert.Contains(
            $"its gradient is 0.1 + 0.2 − 0.4 = {Fixed(byMax(7), 1)}. The 9 gets {Fixed(byMax(9), 1)}, and the other {(5 * 5) - 2} "
                + "values get 0.",
            Deep);
        Assert.Contains(
            $"(0.1 + 0.2 − 0.4 + 0.3) / 9 = 0.2 / 9 ≈ {Fixed(byAverage(7), 3)}, while the 9 gets 0.3 / 9 ≈ {Fixed(byAverage(9), 3)}", Deep);
    }

    [Fact]
    public void What_pooling_saves_in_the_labs_network()
    {
        const int each = 3 * 3 * 8;

        Assert.Contains($"9 · 8 = {each} multiplications", Deep);
        Assert.Contains($"16 · 28 · 28 · 72 = {Show(16 * 28 * 28 * each)} multiplications", Deep);
        Assert.Contains($"16 · 14 · 14 · 72 = {Show(16 * 14 * 14 * each, 0)}, a quarter", Deep);
        Assert.Contains($"The convolution has {Show((each + 1) * 16)} weights", Deep);
        Assert.Contains($"(16 · 7 · 7 + 1) · 64 = {Show(((16 * 7 * 7) + 1) * 64)} weights", Deep);
        Assert.Contains($"(16 · 28 · 28 + 1) · 64 = {Show(((16 * 28 * 28) + 1) * 64)} with none", Deep);
    }

    [Fact]
    public void The_numbers_asked_for_in_the_quiz()
    {
        int[][] map = [[3, 1, 0, 2], [2, 8, 4, 0], [0, 1, 5, 6], [4, 0, 3, 2]];
        int[] block = [0, 9, 2, 3];

        Assert.Equal(Windows(map, 2, 2).Sum(window => window.Max()), Content.Answer("pool-the-block"));
        Assert.Equal((decimal)(block.Max() - block.Average()), Content.Answer("average-of-a-block"));
        Assert.Equal([1, 16, 36, 64, 144], new[] { 24, 6, 4, 3, 2 }.Select(side => Side(24, side, side) * Side(24, side, side)));
    }

    private static int Side(int n, int window, int stride) => ((n - window) / stride) + 1;

    private static List<int[]> Windows(int[][] map, int window, int stride) =>
    [
        .. from i in Enumerable.Range(0, Side(map.Length, window, stride))
           from j in Enumerable.Range(0, Side(map.Length, window, stride))
           select map.Skip(i * stride).Take(window).SelectMany(row => row.Skip(j * stride).Take(window)).ToArray(),
    ];
}
