using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Networks;

namespace Classroom.Training.Tests;

public sealed class DataSetTests
{
    private static readonly DataSet Sentences = BuiltInDataSets.Get("sentences")!;

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
        var tensors = ExampleTensors.From(Sentences);
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
