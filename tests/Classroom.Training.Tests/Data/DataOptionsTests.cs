using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

public sealed class DataOptionsTests
{
    private const int Picture = 28 * 28;

    private static readonly DataSet Digits = BuiltInDataSets.Get("digits")!;

    [Fact]
    public void Fewer_examples_are_the_first_of_each_part()
    {
        var few = DataOptions.Apply(Digits, new() { Train = 40, Validation = 30 });

        Assert.Equal((40, 30), (few.Train, few.Validation));
        Assert.Equal(Digits.Values[..(40 * Picture)].ToArray(), few.Values[..(40 * Picture)].ToArray());
        Assert.Equal(Digits.Values.Slice(Digits.Train * Picture, 30 * Picture).ToArray(), few.Values[(40 * Picture)..].ToArray());
        Assert.Equal(Digits.Labels.Slice(Digits.Train, 30).ToArray(), few.Labels[40..].ToArray());
        Assert.Equal(Enumerable.Repeat(4, 10), few.Labels[..40].ToArray().CountBy(label => label).Select(count => count.Value));
    }

    [Theory]
    [InlineData(40, 0.2, 8)]
    [InlineData(45, 0.1, 4)]
    [InlineData(4_000, 0.4, 1_600)]
    [InlineData(100, 1, 100)]
    public void Label_noise_makes_exactly_its_share_of_the_training_labels_wrong_and_no_other(int train, double share, int wrong)
    {
        var noisy = DataOptions.Apply(Digits, new() { Train = train, LabelNoise = share });

        Assert.Equal(wrong, Wrong(noisy).Count);
        Assert.Equal(Digits.Labels[Digits.Train..].ToArray(), noisy.Labels[train..].ToArray());
        Assert.All(noisy.Labels.ToArray(), label => Assert.InRange(label, 0, 9));
    }

    [Fact]
    public void More_label_noise_keeps_what_was_wrong_before()
    {
        var some = DataOptions.Apply(Digits, new() { Train = 200, LabelNoise = 0.2 });
        var more = DataOptions.Apply(Digits, new() { Train = 200, LabelNoise = 0.4 });

        Assert.Equal(40, Wrong(some).Count);
        Assert.All(Wrong(some), example => Assert.Equal(some.Labels.Span[example], more.Labels.Span[example]));
    }

    [Fact]
    public void Wrong_labels_are_spread_over_the_other_classes()
    {
        var noisy = DataOptions.Apply(Digits, new() { LabelNoise = 1 });

        var shifts = Enumerable.Range(0, Digits.Train)
            .CountBy(example => (noisy.Labels.Span[example] - Digits.Labels.Span[example] + 10) % 10)
            .ToDictionary();
        Assert.Equal(Enumerable.Range(1, 9), shifts.Keys.Order());
        Assert.All(shifts.Values, count => Assert.InRange(count, 360, 530));
    }

    [Fact]
    public void Runs_with_the_same_options_share_the_examples_and_the_data_set_itself_stays_as_it_is()
    {
        var labels = Digits.Labels.ToArray();
        var noisy = DataOptions.Apply(Digits, new() { Train = 60, LabelNoise = 0.5 });

        Assert.Same(noisy, DataOptions.Apply(Digits, new() { Train = 60, LabelNoise = 0.5 }));
        Assert.Same(Digits, DataOptions.Apply(Digits, null));
        Assert.Equal(labels, Digits.Labels.ToArray());
        GC.KeepAlive(noisy);
    }

    [Fact]
    public void A_run_trains_on_what_its_options_leave_and_the_same_each_time()
    {
        var config = Config("""{ "train": 50, "validation": 20, "labelNoise": 0.2 }""").Config!;

        var first = Examples.Train(config, Digits);
        var second = Examples.Train(config, Digits);

        Assert.Equal(first.Bits, second.Bits);
        Assert.Equal(2 * 5, first.Points.Count(point => point.TrainLoss is not null));
        Assert.NotEqual(first.Bits, Examples.Train(config with { Data = config.Data! with { LabelNoise = 0 } }, Digits).Bits);
    }

    [Fact]
    public void Steps_are_counted_with_the_examples_that_are_left()
    {
        Assert.Equal(10, Config("""{ "train": 50 }""").Steps);
        Assert.Contains(
            "larger than the 10 training examples",
            Assert.Single(Config("""{ "train": 10 }""", batchSize: 11).Errors["batchSize"]),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "train": 40, "validation": 100, "labelNoise": 0.25 }""", """{"train":40,"validation":100,"labelNoise":0.25}""")]
    [InlineData("""{ "labelNoise": 0.1, "train": null }""", """{"labelNoise":0.1}""")]
    [InlineData("""{ "labelNoise": 0 }""", null)]
    [InlineData("""{ "hand": "usual" }""", null)]
    [InlineData(
        """{ "classes": ["7", "1"], "shift": 4, "size": 17, "noise": 0.1 }""", """{"classes":["1","7"],"noise":0.1,"shift":4,"size":17}""")]
    [InlineData(
        """{ "hand": "steady", "validationShift": 3, "validationLabelNoise": 0.1 }""",
        """{"validationLabelNoise":0.1,"validationShift":3,"hand":"steady"}""")]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Options_survive_their_way_through_JSON(string options, string? written)
    {
        var config = Config(options).Config!;

        Assert.Equal(config, TrainingConfig.FromJson(config.ToJson()) with { Model = config.Model });
        using var json = JsonDocument.Parse(config.ToJson());
        Assert.Equal(written, json.RootElement.TryGetProperty("data", out var data) ? data.GetRawText() : null);
    }

    [Theory]
    [InlineData("""{ "train": 9 }""", "data.train", "Must be a whole number from 10 to 4000; it is 9.")]
    [InlineData("""{ "train": 4001 }""", "data.train", "Must be a whole number from 10 to 4000; it is 4001.")]
    [InlineData("""{ "validation": 1001 }""", "data.validation", "Must be a whole number from 10 to 1000; it is 1001.")]
    [InlineData("""{ "labelNoise": 20 }""", "data.labelNoise", "Must be a number from 0 to 1; it is 20.")]
    [InlineData("""{ "labelNoise": "some" }""", "data.labelNoise", "Must be a number from 0 to 1; it is \"some\".")]
    [InlineData(
        """{ "turns": 2 }""", "data.turns",
        "Is not known here. Known are: classes, train, validation, labelNoise, validationLabelNoise, noise, shift, validationShift, "
        + "size, hand.")]
    [InlineData("""{ "noise": -0.1 }""", "data.noise", "Must be a number from 0 to 0.5; it is -0.1.")]
    [InlineData("""{ "validationShift": 9 }""", "data.validationShift", "Must be a number from 0 to 8; it is 9.")]
    [InlineData("""{ "hand": "drunk" }""", "data.hand", "Must be one of \"usual\", \"steady\"; it is \"drunk\".")]
    [InlineData("""{ "classes": ["1", "7"], "train": 801 }""", "data.train", "Must be a whole number from 2 to 800; it is 801.")]
    [InlineData(
        """{ "classes": ["1"] }""", "data.classes",
        "Must be a list of 2 to 10 of \"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"; it is a list of 1.")]
    [InlineData(
        """{ "classes": "17" }""", "data.classes",
        "Must be a list of 2 to 10 of \"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"; it is \"17\".")]
    [InlineData("""{ "classes": ["1", "7", "1"] }""", "data.classes", "Entry 3 is given twice: \"1\". Keep one.")]
    [InlineData(
        """{ "classes": ["1", 7] }""", "data.classes",
        "Entry 2 must be one of \"0\", \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"; it is 7.")]
    [InlineData("[40]", "data", "Must be an object in braces; it is a list of 1.")]
    public void A_wrong_option_is_named_alone_with_what_to_do(string options, string field, string message)
    {
        var reading = Config(options);

        Assert.Null(reading.Config);
        var (key, messages) = Assert.Single(reading.Errors);
        Assert.Equal((field, message), (key, Assert.Single(messages)));
    }

    [Fact]
    public void Every_option_of_a_data_set_without_options_is_named()
    {
        var reading = TrainingConfigReader.Read(
            Json("uploaded", """{ "train": 40, "labelNoise": 0.2 }""", 10), new(), _ => Digits.Info with { Id = "uploaded" });

        Assert.Equal(["data.labelNoise", "data.train"], reading.Errors.Keys.Order());
        Assert.Equal(["The data set \"uploaded\" has no such option; it is always used as it is."], reading.Errors["data.train"]);
    }

    [Fact]
    public void All_classes_are_no_choice() =>
        Assert.Null(Config("""{ "classes": ["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"] }""").Config!.Data);

    [Fact]
    public void More_examples_than_there_are_cannot_be_trained_on() =>
        Assert.Throws<ArgumentException>(() => DataOptions.Apply(Examples.FewDigits, new() { Train = 321 }));

    private static List<int> Wrong(DataSet noisy) =>
        [.. Enumerable.Range(0, noisy.Train).Where(example => noisy.Labels.Span[example] != Digits.Labels.Span[example])];

    private static ConfigReading Config(string options, int batchSize = 10) => TrainingConfigReader.Read(
        Json("digits", options, batchSize), new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id));

    private static JsonElement Json(string dataSet, string options, int batchSize) => JsonDocument.Parse($$"""
        { "dataset": "{{dataSet}}", "data": {{options}}, "model": { "kind": "cnn", "conv": [4], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": {{batchSize}}, "epochs": 2, "seed": 1 }
        """).RootElement;
}
