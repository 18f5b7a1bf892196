using Classroom.Training.Data;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests;

/// <summary>What is shown as pictures: predictions, filters, feature maps, reconstructions.</summary>
public sealed class PictureProbeTests
{
    private static readonly DataSet Data = Examples.FewDigits;
    private static readonly TrainingConfig Cnn = Examples.Config(Examples.SmallCnn);

    [Fact]
    public void Predictions_are_the_networks_answers()
    {
        using var probed = new Probed(Cnn, Data);
        var images = probed.Capture(ProbeKinds.Predictions).Items("images");

        var outputs = probed.Outputs(16);
        Assert.Equal(16, images.Count);
        for (var i = 0; i < 16; i++)
        {
            var all = outputs[i].Sum(logit => Math.Exp(logit));
            Assert.Equal(Array.IndexOf(outputs[i], outputs[i].Max()), images[i].GetProperty("predicted").GetInt32());
            Frames.Near(Math.Exp(outputs[i].Max()) / all, images[i].Number("probability"));
            Assert.Equal(Data.Labels.Span[Data.Train + i], images[i].GetProperty("label").GetByte());
            Assert.Equal(Data.Values.Slice((Data.Train + i) * 784, 784).ToArray(), images[i].Bytes("pixels"));
        }
    }

    [Fact]
    public void Predictions_of_sequences_show_their_numbers_once()
    {
        using var probed = new Probed(Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 4 }), Examples.Rises);
        var first = probed.Capture(ProbeKinds.Predictions).Items("sequences");
        var later = probed.Capture(ProbeKinds.Predictions, epoch: 1).Items("sequences");

        var outputs = probed.Outputs(8);
        Assert.Equal((8, 8), (first.Count, later.Count));
        for (var i = 0; i < 8; i++)
        {
            var numbers = Examples.Rises.Numbers.Slice((320 + i) * 12, 12).ToArray();
            Assert.All(numbers.Zip(first[i].Numbers("values")), pair => Frames.Near(pair.First, pair.Second));
            Assert.False(later[i].Has("values"));
            Assert.Equal(outputs[i][0] > outputs[i][1] ? 0 : 1, later[i].GetProperty("predicted").GetInt32());
        }
    }

    [Fact]
    public void Filters_are_the_first_convolutions_weights()
    {
        using var probed = new Probed(Cnn, Data);
        var frame = probed.Capture(ProbeKinds.Filters);

        Assert.Equal((3, 3), (frame.GetProperty("width").GetInt32(), frame.GetProperty("height").GetInt32()));
        var weights = probed.Weights[..36].ToArray();
        var limit = frame.Number("limit");
        Frames.Near(weights.Max(Math.Abs), limit);
        var bytes = frame.Items("filters").SelectMany(filter => filter.GetBytesFromBase64()).ToList();
        Assert.Equal(36, bytes.Count);
        Assert.All(
            bytes.Zip(weights), pair => Assert.InRange(((pair.First - 128) / 127f * limit) - pair.Second, -0.005 * limit, 0.005 * limit));
    }

    [Fact]
    public void The_map_of_a_filter_that_lets_everything_through_is_the_picture()
    {
        using var probed = new Probed(Examples.Config(new CnnConfig { Conv = [2, 3], Dense = [], Activation = Activation.Relu }), Data);

        // The first filter keeps the middle of its window, the second turns it negative, which ReLU makes 0.
        probed.Weights[..20].Clear();
        probed.Weights[4] = 1;
        probed.Weights[13] = -1;
        var frame = probed.Capture(ProbeKinds.FeatureMaps);

        var picture = frame.Bytes("pixels");
        var layers = frame.Items("layers");
        Assert.Equal(
            [(28, 2, 2), (14, 3, 3)],
            layers.Select(
                layer => (layer.GetProperty("width").GetInt32(), layer.GetProperty("filters").GetInt32(), layer.Items("maps").Count)));
        var maps = layers[0].Items("maps");
        Assert.Equal((0f, picture.Max() / 255f), (layers[0].Number("low"), MathF.Round(layers[0].Number("high"), 4)), new Close());
        Assert.All(
            maps[0].GetBytesFromBase64().Zip(picture),
            pair => Assert.InRange(pair.First * (double)layers[0].Number("high"), pair.Second - 1, pair.Second + 1));
        Assert.All(maps[1].GetBytesFromBase64(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Reconstructions_are_what_the_autoencoder_draws()
    {
        var config = Examples.Config(new AutoencoderConfig { Hidden = [16], Code = 2 });
        using var probed = new Probed(config, Data);
        var images = probed.Capture(ProbeKinds.Reconstructions).Items("images");

        var outputs = probed.Outputs(8);
        Assert.Equal(8, images.Count);
        for (var i = 0; i < 8; i++)
        {
            var picture = images[i].Bytes("pixels");
            Assert.Equal(Data.Values.Slice((Data.Train + i) * 784, 784).ToArray(), picture);
            Assert.Equal(outputs[i].Select(value => (byte)MathF.Round(255 * value)), images[i].Bytes("copy"));
            Frames.Near(outputs[i].Zip(picture, (copy, pixel) => Math.Pow(copy - (pixel / 255.0), 2)).Average(), images[i].Number("error"));
        }

        var later = probed.Capture(ProbeKinds.Reconstructions, epoch: 1);
        Assert.False(later.Has("width") || later.Items("images")[0].Has("pixels"));
    }

    [Fact]
    public void Large_pictures_are_made_smaller_by_means_of_squares()
    {
        var picture = new byte[64 * 50];
        for (var i = 0; i < picture.Length; i++)
        {
            // Squares of 2 × 2 in four shades, 10 apart from one square to the next in a row.
            picture[i] = (byte)((i % 50 / 2 * 10) + (i % 2));
        }

        var thumbnail = new Thumbnail(64, 50);
        var small = thumbnail.Render(picture);

        Assert.Equal((32, 25, 32 * 25), (thumbnail.Height, thumbnail.Width, small.Length));
        Assert.Equal(Enumerable.Range(0, 32 * 25).Select(i => (byte)(i % 25 * 10)), small);
        Assert.Equal(3, new Thumbnail(1, 100).Render(new byte[100]).Length / 8);
    }

    [Fact]
    public void What_is_no_number_is_black()
    {
        var bytes = new Thumbnail(1, 5).Render([float.NaN, float.NegativeInfinity, 0.5f, 7, float.PositiveInfinity]);
        Assert.Equal([0, 0, 128, 255, 255], bytes);
    }

    private sealed class Close : IEqualityComparer<(float, float)>
    {
        public bool Equals((float, float) a, (float, float) b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-3;

        public int GetHashCode((float, float) pair) => 0;
    }
}
