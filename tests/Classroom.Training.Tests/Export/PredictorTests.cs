using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Export;
using Classroom.Training.Loop;
using Classroom.Training.Networks;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Tests.Export;

public sealed class PredictorTests
{
    private static readonly DataSet Measured = Examples.Ring with { Columns = [new("x", 3.25f, 2.5f), new("y", -1, 0.5f)] };

    [Fact]
    public void It_answers_as_the_run_was_validated()
    {
        var data = Examples.FewDigits;
        var (weights, accuracy) = Train(Examples.Config(Examples.SmallCnn, epochs: 3), data);
        using var predictor = Predictor.Load(NetworkWeights.FromSafetensors(weights.ToSafetensors()));

        var right = Enumerable.Range(data.Train, data.Validation)
            .Count(i => Likeliest(predictor.Predict(Pixels(data, i))) == data.Labels.Span[i]);

        Assert.Equal(accuracy!.Value, (float)right / data.Validation, 1e-6);
        Assert.Equal(data.Classes, predictor.Data.Classes);
    }

    [Fact]
    public void Measured_numbers_are_scaled_as_those_it_learned_from()
    {
        var (weights, _) = Train(Examples.Config(new MlpConfig { Hidden = [8] }), Measured);
        using var predictor = Predictor.Load(weights);
        var unscaled = new NetworkWeights(weights.Tensors, NetworkWeights.Create([], weights.ReadConfig(), Examples.Ring.Info, 1).Metadata);
        using var plain = Predictor.Load(unscaled);

        Assert.Equal(
            plain.Predict([0.4f, -0.6f]),
            predictor.Predict([(0.4f * 2.5f) + 3.25f, (-0.6f * 0.5f) - 1]),
            (ours, theirs) => Math.Abs(ours - theirs) < 1e-5);
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        var (weights, _) = Train(Examples.Config(Examples.SmallCnn), Examples.FewDigits);
        using var predictor = Predictor.Load(weights);
        var alone = Enumerable.Range(0, 40).Select(i => predictor.Predict(Pixels(Examples.FewDigits, i))).ToArray();

        var together = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Task.Run(() => predictor.Predict(Pixels(Examples.FewDigits, i)))));

        Assert.Equal(alone, together);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_the_reason()
    {
        var (weights, _) = Train(Examples.Config(Examples.SmallCnn), Examples.FewDigits);
        using var pictures = Predictor.Load(weights);
        using var text = Predictor.Load(Train(Examples.Config(new RnnConfig { Cell = Cell.Gru, Hidden = 4 }), Examples.Sentences).Weights);

        Assert.StartsWith(
            "One example has 784 numbers; these are 3.",
            Assert.Throws<ArgumentException>(() => pictures.Predict([1, 2, 3])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "This network reads no text.",
            Assert.Throws<ArgumentException>(() => pictures.PredictNext("a")).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "This network reads text", Assert.Throws<ArgumentException>(() => text.Predict([1])).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The network does not know the character '🍐'.",
            Assert.Throws<ArgumentException>(() => text.PredictNext("a🍐")).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Predictor.Load(weights with { Tensors = [.. weights.Tensors.Skip(1)] }));
    }

    [Fact]
    public void Probabilities_sum_to_one_and_maps_are_those_of_the_probe()
    {
        var data = Examples.FewDigits;
        var config = Examples.Config(Examples.SmallCnn) with { Probes = [ProbeKinds.FeatureMaps] };
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        using var predictor = Predictor.Load(run.Weights());
        var pixels = Pixels(data, data.Train);
        var probabilities = predictor.Probabilities(pixels);
        var maps = JsonDocument.Parse(predictor.Maps(pixels).Json).RootElement;

        Assert.Equal(1, probabilities.Sum(), 1e-5f);
        Assert.Equal(Likeliest(predictor.Predict(pixels)), Likeliest(probabilities));
        Assert.Equal(
            JsonDocument.Parse(sink.Frames[^1].Json).RootElement.GetProperty("layers").GetRawText(),
            maps.GetProperty("layers").GetRawText());
        Assert.Equal(data.Values.Slice(data.Train * 784, 784).ToArray(), maps.Bytes("pixels"));
        using var rows = Predictor.Load(Train(Examples.Config(new MlpConfig { Hidden = [4] }), Measured).Weights);
        Assert.Throws<ArgumentException>(() => rows.Maps([1, 2]));
        using var copies = Predictor.Load(Train(Examples.Config(new AutoencoderConfig { Code = 2 }), data).Weights);
        Assert.Throws<ArgumentException>(() => copies.Probabilities(pixels));
    }

    private static (NetworkWeights Weights, float? ValAccuracy) Train(TrainingConfig config, DataSet data)
    {
        var sink = new RecordingSink();
        using var run = new TrainingRun(config, data);
        while (!run.Finished)
        {
            run.Advance(sink);
        }

        return (run.Weights(), sink.Points[^1].ValAccuracy);
    }

    private static float[] Pixels(DataSet data, int example) =>
        [.. data.Values.Slice(example * 784, 784).ToArray().Select(pixel => (float)pixel)];

    private static int Likeliest(float[] logits) => logits.Index().MaxBy(logit => logit.Item).Index;
}
