using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Tests;

/// <summary>The options of points, sequences and texts, and what all data sets have in common.</summary>
public sealed class NumberOptionsTests
{
    public static TheoryData<string> Ids => [.. BuiltInDataSets.List.Select(d => d.Id)];

    public static TheoryData<string> Drawn =>
        [.. BuiltInDataSets.List.Where(d => d.Kind is DataSetKind.Table or DataSetKind.Sequence).Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Drawn))]
    public void A_larger_set_begins_with_the_smaller_one_and_validation_stays(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        var size = data.Numbers.Length / data.Examples;
        var small = DataOptions.Apply(data, new() { Train = 40 });
        var large = DataOptions.Apply(data, new() { Train = 2_000, Validation = 700 });

        Assert.Equal((2_000, 700), (large.Train, large.Validation));
        Assert.Equal(data.Numbers[..(40 * size)].ToArray(), small.Numbers[..(40 * size)].ToArray());
        Assert.Equal(data.Numbers[..(data.Train * size)].ToArray(), large.Numbers[..(data.Train * size)].ToArray());
        Assert.Equal(data.Numbers[(data.Train * size)..].ToArray(), small.Numbers[(40 * size)..].ToArray());
        Assert.Equal(data.Numbers[(data.Train * size)..].ToArray(), large.Numbers.Slice(2_000 * size, data.Validation * size).ToArray());
        Assert.Equal(data.IsRegression ? 2_700 : 0, large.Targets.Length);
        Assert.Equal(
            large.Info with { Shape = [], Classes = [], Columns = [] },
            DataOptions.Sizes(data.Info, new() { Train = 2_000, Validation = 700 }) with { Shape = [], Classes = [], Columns = [] });
    }

    [Fact]
    public void Labels_of_both_parts_can_be_wrong_each_by_its_own_share()
    {
        var moons = BuiltInDataSets.Get("moons")!;
        var noisy = DataOptions.Apply(moons, new() { LabelNoise = 0.1, ValidationLabelNoise = 0.2 });

        Assert.Equal(40, Wrong(0, moons.Train));
        Assert.Equal(100, Wrong(moons.Train, moons.Validation));
        Assert.Equal(moons.Numbers.ToArray(), noisy.Numbers.ToArray());

        int Wrong(int first, int count) => Enumerable.Range(first, count).Count(i => noisy.Labels.Span[i] != moons.Labels.Span[i]);
    }

    [Fact]
    public void Points_of_XOR_keep_the_margin()
    {
        var wide = DataOptions.Apply(BuiltInDataSets.Get("xor")!, new() { Margin = 0.3 });

        Assert.All(wide.Numbers.ToArray(), number => Assert.InRange(Math.Abs(number), 0.3, 1));
        Assert.All(
            wide.Numbers.ToArray().Chunk(2).Zip(wide.Labels.ToArray()),
            point => Assert.Equal(point.Second, point.First[0] * point.First[1] > 0 ? 0 : 1));
        Assert.Equal(4, wide.Numbers.ToArray().Chunk(2).Select(point => (point[0] > 0, point[1] > 0)).Distinct().Count());
    }

    [Fact]
    public void Without_noise_points_of_the_spiral_lie_on_arms_of_so_many_turns()
    {
        var spiral = DataOptions.Apply(BuiltInDataSets.Get("spiral")!, new() { Turns = 2.5, Noise = 0 });

        Assert.All(spiral.Numbers.ToArray().Chunk(2).Zip(spiral.Labels.ToArray()), point =>
        {
            var (x, y) = (point.First[0], point.First[1]);
            var turns = (Math.Atan2(y, x) / (2 * Math.PI)) - (2.5 * Math.Sqrt((x * x) + (y * y))) - (point.Second / 2.0);
            Assert.InRange(Math.Abs(turns - Math.Round(turns)), 0, 1e-4);
        });
    }

    [Fact]
    public void A_longer_lag_makes_longer_sequences_before_anything_is_drawn()
    {
        var recall = BuiltInDataSets.Get("recall")!;
        var options = new DataConfig { Lag = 60, Train = 100 };
        var longer = DataOptions.Apply(recall, options);

        Assert.Equal([61, 1], DataOptions.Sizes(recall.Info, options).Shape);
        Assert.Equal([61, 1], longer.Shape);
        Assert.Equal(longer.Examples * 61, longer.Numbers.Length);
        Assert.All(
            longer.Numbers.ToArray().Chunk(61).Zip(longer.Labels.ToArray()),
            example => Assert.Equal(example.Second == 0 ? -1 : 1, example.First[0]));
    }

    [Theory]
    [InlineData("sentences")]
    [InlineData("names")]
    public void Shuffled_text_has_lost_nothing_but_its_order(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        var characters = DataOptions.Apply(data, new() { Shuffle = TextShuffle.Characters });
        var words = DataOptions.Apply(data, new() { Shuffle = TextShuffle.Words });

        foreach (var part in new[] { ..data.TrainCharacters, data.TrainCharacters.. })
        {
            Assert.Equal(data.Values[part].ToArray().Order(), characters.Values[part].ToArray().Order());
            Assert.Equal(Words(data, part).Order(), Words(words, part).Order());
            Assert.Equal(
                Lines(data, part).Select(line => line.Count(c => c == ' ')), Lines(words, part).Select(line => line.Count(c => c == ' ')));
            Assert.NotEqual(data.Values[part].ToArray(), characters.Values[part].ToArray());
            Assert.NotEqual(Words(data, part), Words(words, part));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_option_is_read_at_its_limits_and_refused_beyond(string id)
    {
        var info = BuiltInDataSets.List.Single(d => d.Id == id);
        foreach (var option in BuiltInDataSets.OptionsOf(id))
        {
            Assert.InRange(option.Default ?? option.Least, option.Least, option.Most);
            Assert.NotEmpty(option.Meaning);
            object[] good = option.Kind switch
            {
                DataOptionKind.One => [.. option.Choices],
                DataOptionKind.Several => [option.Choices, option.Choices.Take(2)],
                _ => [option.Least, option.Most],
            };
            object[] bad = option.Kind switch
            {
                DataOptionKind.One => ["other", 1, Array.Empty<string>()],
                DataOptionKind.Several => ["other", option.Choices.Take(1), option.Choices.Append("other")],
                _ => [option.Least - 1, option.Most + 1, "some", Array.Empty<int>()],
            };
            Assert.All(good, value => Assert.Empty(Faults(info, option.Name, value)));
            Assert.All(bad, value => Assert.Equal([$"data.{option.Name}"], Faults(info, option.Name, value)));
        }

        Assert.Equal(["data.flavour"], Faults(info, "flavour", 1));
    }

    private static IEnumerable<string> Faults(DataSetInfo info, string option, object value)
    {
        var faults = new ConfigFaults();
        var fields =
            ConfigFields.From(JsonSerializer.SerializeToElement(new Dictionary<string, object> { [option] = value }), "data", faults)!;
        DataOptions.Read(fields, info);
        return faults.ToDictionary().Keys;
    }

    private static string[] Lines(DataSet data, Range part) =>
        string.Concat(data.Values[part].ToArray().Select(c => data.Classes[c])).Split('\n');

    private static string[] Words(DataSet data, Range part) => [.. Lines(data, part).SelectMany(line => line.Split(' ', '.'))];
}
