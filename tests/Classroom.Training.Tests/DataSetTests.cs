namespace Classroom.Training.Tests;

public sealed class DataSetTests
{
    private static readonly DataSet Digits = BuiltInDataSets.Get("digits")!;
    private static readonly DataSet Sentences = BuiltInDataSets.Get("sentences")!;

    public static TheoryData<string> Ids => [.. BuiltInDataSets.List.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_the_list_says_is_what_the_data_set_holds(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        var listed = BuiltInDataSets.List.Single(d => d.Id == id);

        Assert.Equal((listed.Title, listed.Kind, listed.Train, listed.Validation), (data.Title, data.Kind, data.Train, data.Validation));
        Assert.Equal(listed.Shape, data.Shape);
        Assert.Equal(listed.Classes, data.Classes);
        Assert.Same(data, BuiltInDataSets.Get(id));
    }

    [Fact]
    public void An_unknown_data_set_is_none() => Assert.Null(BuiltInDataSets.Get("Digits"));

    [Fact]
    public void Digits_are_5000_balanced_pictures()
    {
        Assert.Equal((4_000, 1_000), (Digits.Train, Digits.Validation));
        Assert.Equal(5_000 * 28 * 28, Digits.Values.Length);
        Assert.Equal(Enumerable.Repeat(500, 10), Digits.Labels.ToArray().CountBy(label => label).Select(c => c.Value));
    }

    [Fact]
    public void Digits_are_drawn_the_same_each_time()
    {
        Assert.Equal(DigitsDataSet.Draw().Values.ToArray(), Digits.Values.ToArray());
    }

    [Fact]
    public void No_two_digits_are_alike_and_all_show_ink()
    {
        var pictures = Digits.Values.ToArray().Chunk(28 * 28).ToList();

        Assert.Equal(pictures.Count, pictures.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(pictures, p => Assert.True(p.Count(pixel => pixel > 100) >= 15));
        Assert.All(pictures, p => Assert.True(p.Average(pixel => pixel) < 100));
    }

    [Fact]
    public void Sentences_are_many_of_a_length_and_none_twice()
    {
        var text = string.Concat(Sentences.Values.ToArray().Select(c => Sentences.Classes[c]));
        var lines = text.TrimEnd('\n').Split('\n');

        Assert.True(lines.Length >= 300);
        Assert.Equal(lines.Length, lines.Distinct().Count());
        Assert.All(lines, line => Assert.InRange(line.Length, 60, 75));
        Assert.All(lines, line => Assert.EndsWith(".", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_are_split_between_two_sentences_at_four_fifths()
    {
        var train = Sentences.Values[..Sentences.TrainCharacters].ToArray();

        Assert.Equal("\n", Sentences.Classes[train[^1]]);
        Assert.InRange((double)train.Length / Sentences.Values.Length, 0.78, 0.82);
        Assert.Equal((train.Length - 1) / 32, Sentences.Train);
    }

    [Fact]
    public void The_target_of_each_character_is_the_next_one()
    {
        var tensors = ExampleTensors.Of(Sentences);
        var train = Sentences.Values.Span[..Sentences.TrainCharacters];
        var (windows, following) = tensors.Range(0, Sentences.Examples);
        byte[] inputs = [.. windows.data<long>().Select(c => (byte)c)];
        byte[] targets = [.. following.data<long>().Select(c => (byte)c)];

        Assert.Equal(train[..(Sentences.Train * 32)].ToArray(), inputs[..(Sentences.Train * 32)]);
        Assert.Equal(train.Slice(1, Sentences.Train * 32).ToArray(), targets[..(Sentences.Train * 32)]);
        Assert.Equal(Sentences.Values.Span[Sentences.TrainCharacters], inputs[Sentences.Train * 32]);
        Assert.Equal([Sentences.Examples, 32], windows.shape);
    }
}
