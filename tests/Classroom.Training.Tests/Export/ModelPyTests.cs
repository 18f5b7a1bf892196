using Classroom.Training.Data;
using Classroom.Training.Export;
using Classroom.Training.Models.Table;
using Classroom.Training.Networks;

namespace Classroom.Training.Tests.Export;

public sealed class ModelPyTests(ExportedNetworks exported) : IClassFixture<ExportedNetworks>
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Networks => [.. ExportedNetworks.All.Keys];

    [Theory]
    [MemberData(nameof(Networks))]
    public void PyTorch_gives_our_logits(string network)
    {
        var (ours, theirs) = (exported.Logits[network], exported[network].GetProperty("logits"));

        Assert.Equal(ours.Length, theirs.GetArrayLength());
        foreach (var (example, logits) in ours.Index())
        {
            Assert.Equal(logits.Length, theirs[example].GetArrayLength());
            var apart = logits.Index().Max(logit => Math.Abs(logit.Item - theirs[example][logit.Index].GetDouble()));
            Assert.True(apart <= Tolerance, $"example {example}: {apart} apart");
        }

        // A network that says the same of everything would agree with any other such.
        Assert.NotEqual(ours[0], ours[1]);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void It_shows_itself_and_predicts_from_a_file(string network)
    {
        var (model, data) = ExportedNetworks.All[network];
        var answer = exported[network];

        Assert.Contains(
            $"{ModelTable.Create(model, data).Size.Weights} weights and biases",
            answer.GetProperty("shown").GetString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("EXIT", answer.GetProperty("printed").GetString(), StringComparison.Ordinal);
        var lines = answer.GetProperty("printed").GetString()!.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length >= (data.Kind == DataSetKind.Text ? 1 : 8), string.Join('\n', lines));
        Assert.StartsWith("EXIT", answer.GetProperty("fault").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_keep_their_names_however_nasty_they_are()
    {
        const string Network = "mlp of points";
        foreach (var (example, logits) in exported.Logits[Network].Index())
        {
            var likeliest = logits.Index().MaxBy(logit => logit.Item).Index;
            var predicted = exported[Network].GetProperty("predicted")[example];
            Assert.Equal(ExportedNetworks.Nasty[likeliest], predicted[0][0].GetString());
            Assert.Equal(
                ExportedNetworks.Nasty.Order(StringComparer.Ordinal),
                predicted.EnumerateArray().Select(pair => pair[0].GetString()!).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("mlp of a table", 40)]
    [InlineData("mlp of a table of pixels", 20)]
    [InlineData("mlp of a table of pixels lying on their side", 20)]
    public void A_table_is_read_again_as_it_was_read_for_training(string network, int rows)
    {
        var (ours, theirs) = (exported.Logits[network], exported[network].GetProperty("table"));

        Assert.Equal(rows, theirs.GetArrayLength());

        // The data set's examples are the table's rows in another order.
        foreach (var logits in ours)
        {
            var apart = theirs.EnumerateArray()
                .Min(row => logits.Index().Max(logit => Math.Abs(logit.Item - row[logit.Index].GetDouble())));
            Assert.True(apart <= Tolerance, $"{apart} apart from the nearest row");
        }
    }

    [Fact]
    public void Large_numbers_that_differ_little_are_told_apart_outside_too()
    {
        Assert.Contains("torch.float64", exported.ModelPyOf("mlp of a table"), StringComparison.Ordinal);
        var rows = exported["mlp of a table"].GetProperty("table");
        Assert.NotEqual(rows[0][0].GetDouble(), rows[7][0].GetDouble());
    }

    [Fact]
    public void A_text_is_written_on()
    {
        var written = exported["gru of text"].GetProperty("predicted")[0].GetString()!;

        Assert.StartsWith("the dog ", written, StringComparison.Ordinal);
        Assert.Equal("the dog ".Length + 20, written.Length);
    }

    [Fact]
    public void A_copy_has_the_pictures_size_and_pixels()
    {
        var copy = exported["autoencoder"].GetProperty("predicted")[0];

        Assert.Equal(28, copy.GetArrayLength());
        Assert.All(copy.EnumerateArray(), row => Assert.All(row.EnumerateArray(), pixel => Assert.InRange(pixel.GetDouble(), 0, 255)));
        Assert.Equal(exported.Logits["autoencoder"][0][0] * 255, copy[0][0].GetDouble(), 0.1);
    }

    [Fact]
    public void A_small_network_is_a_short_file()
    {
        var python = exported.ModelPyOf("mlp with residual layers");
        var network = python[python.IndexOf(
            "class Network", StringComparison.Ordinal)..python.IndexOf("def read_safetensors", StringComparison.Ordinal)];

        Assert.InRange(network.TrimEnd().Split('\n').Length, 1, 20);
        Assert.InRange(python.Split('\n').Length, 1, 120);
    }

    [Fact]
    public void Weights_of_another_program_are_refused()
    {
        var foreign = new NetworkWeights([new("x", [1], [1f])], new Dictionary<string, string> { ["format"] = "pt" });

        Assert.Throws<InvalidDataException>(() => ModelPy.Write(foreign));
        Assert.Throws<InvalidDataException>(() => Predictor.Load(foreign));
    }
}
