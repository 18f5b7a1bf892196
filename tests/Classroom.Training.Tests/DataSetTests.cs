using System.Security.Cryptography;

namespace Classroom.Training.Tests;

public sealed class DataSetTests
{
    private static readonly DataSet Sentences = BuiltInDataSets.Get("sentences")!;

    // Points and sequences are drawn, never stored.
    public static TheoryData<string> Stored => [.. BuiltInDataSets.List.Where(d => d.Kind is DataSetKind.Image or DataSetKind.Text).Select(d => d.Id)];

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

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_stored_data_set_comes_back_the_same(string id)
    {
        var data = BuiltInDataSets.Get(id)!;
        var back = DataSet.FromBytes(data.ToBytes());

        Assert.Equal((data.Id, data.Title, data.Description, data.Kind), (back.Id, back.Title, back.Description, back.Kind));
        Assert.Equal((data.Train, data.Validation, data.TrainCharacters), (back.Train, back.Validation, back.TrainCharacters));
        Assert.Equal(data.Shape, back.Shape);
        Assert.Equal(data.Classes, back.Classes);
        Assert.Equal(data.Values.ToArray(), back.Values.ToArray());
        Assert.Equal(data.Labels.ToArray(), back.Labels.ToArray());
    }

    [Fact]
    public void A_stored_data_set_that_was_damaged_or_cut_is_refused()
    {
        var good = Examples.FewDigits.ToBytes();

        Assert.Contains("no stored data set", Refusal([]), StringComparison.Ordinal);
        Assert.Contains("version 9", Refusal(Changed(4, 9)), StringComparison.Ordinal);
        foreach (var at in new[] { 5, 40, 200, good.Length / 2, good.Length - 1 })
        {
            Assert.Contains("checksum", Refusal(Changed(at, (byte)(good[at] ^ 1))), StringComparison.Ordinal);
            Assert.NotEmpty(Refusal(good[..at]));
        }

        byte[] Changed(int at, byte value)
        {
            var changed = good.ToArray();
            changed[at] = value;
            return changed;
        }
    }

    [Fact]
    public void A_stored_data_set_that_contradicts_itself_is_refused()
    {
        var digits = Examples.FewDigits;
        var wrongLabel = digits.Labels.ToArray();
        wrongLabel[7] = 10;

        Assert.Contains("a label has no class", Refusal((digits with { Labels = wrongLabel }).ToBytes()), StringComparison.Ordinal);
        Assert.Contains("number of examples", Refusal((digits with { Train = digits.Train + 1 }).ToBytes()), StringComparison.Ordinal);
        Assert.Contains("number of examples", Refusal((Sentences with { TrainCharacters = 100 }).ToBytes()), StringComparison.Ordinal);
        Assert.Contains("vocabulary", Refusal((Sentences with { Classes = ["a", "b"] }).ToBytes()), StringComparison.Ordinal);
        Assert.Contains("no examples", Refusal((digits with { Validation = 0 }).ToBytes()), StringComparison.Ordinal);

        // Whoever writes the bytes can write their checksum too: a cut content must be found without it.
        var content = digits.ToBytes()[..400];
        Assert.NotEmpty(Refusal([.. content, .. SHA256.HashData(content)]));
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<InvalidDataException>(() => DataSet.FromBytes(bytes)).Message;
}
