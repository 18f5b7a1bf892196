using System.Text.Json;
using Classroom.Training.Probes.Embeddings;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

public sealed class EmbeddingProbeTests
{
    [Fact]
    public void An_autoencoders_embedding_is_its_code()
    {
        using var probed = new Probed(Examples.Config(new AutoencoderConfig { Hidden = [16], Code = 3 }), Examples.FewDigits);
        var frame = probed.Capture(ProbeKinds.Embedding);

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var code = probed.Run.Network.Features(probed.Run.Inputs(0, 80));
        for (var i = 0; i < 80; i++)
        {
            Frames.Near(code[i, 0].item<float>(), frame.Numbers("x")[i]);
            Frames.Near(code[i, 1].item<float>(), frame.Numbers("y")[i]);
        }

        Assert.Equal(Examples.FewDigits.Labels[320..].ToArray().Select(label => (int)label), frame.Whole("label"));
    }

    [Fact]
    public void A_code_of_one_number_lies_on_a_line()
    {
        using var probed = new Probed(Examples.Config(new AutoencoderConfig { Code = 1 }), Examples.FewDigits);
        var frame = probed.Capture(ProbeKinds.Embedding);

        Assert.Equal(80, frame.Numbers("x").Distinct().Count());
        Assert.All(frame.Numbers("y"), y => Assert.Equal(0, y));
    }

    [Fact]
    public void The_plane_holds_as_much_variance_as_the_two_principal_components()
    {
        using var probed = new Probed(Examples.Config(Examples.SmallCnn), Examples.FewDigits);
        var frame = probed.Capture(ProbeKinds.Embedding);

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var features = probed.Run.Network.Features(probed.Run.Inputs(0, 80));
        var exact = linalg.svdvals(features - features.mean([0])).square().data<float>().ToArray();
        Frames.Near((exact[0] + exact[1]) / exact.Sum(), frame.Number("share"), 1e-3);
        Frames.Near(exact[0], frame.Numbers("x").Sum(x => (double)x * x), 2e-3);
        Frames.Near(exact[1], frame.Numbers("y").Sum(y => (double)y * y), 2e-3);
    }

    [Fact]
    public void Places_that_were_turned_and_mirrored_come_back_to_where_they_were()
    {
        var random = new Random(1);
        var last = Enumerable.Range(0, 40).Select(_ => random.NextSingle() - 0.5f).ToArray();
        foreach (var (cos, sin, flip) in new[] { (-1f, 0f, 1f), (0.6f, 0.8f, 1f), (1f, 0f, -1f), (-0.28f, 0.96f, -1f) })
        {
            var places = new float[40];
            for (var i = 0; i < 40; i += 2)
            {
                var (x, y) = (last[i], flip * last[i + 1]);
                (places[i], places[i + 1]) = ((cos * x) - (sin * y), (sin * x) + (cos * y));
            }

            PrincipalPlane.TurnTowards(last, places);
            Assert.All(places.Zip(last), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
        }
    }

    [Fact]
    public void Nothing_jumps_between_two_frames()
    {
        var config = Examples.Config(new MlpConfig { Hidden = [24], Activation = Activation.Tanh }, epochs: 8, rate: 0.001) with
        {
            BatchSize = 4,
            Probes = [ProbeKinds.Embedding]
        };
        var frames = Examples.Train(config, Examples.FewDigits).Frames.Select(frame => JsonDocument.Parse(frame.Json).RootElement).ToList();

        Assert.True(frames.Count >= 5);
        foreach (var (before, after) in frames.Zip(frames.Skip(1)))
        {
            Assert.InRange(SimilarityKey("x"), 0.5, 1);
            Assert.InRange(SimilarityKey("y"), 0.5, 1);

            double SimilarityKey(string axis)
            {
                var (a, b) = (before.Numbers(axis), after.Numbers(axis));
                return a.Zip(b, (p, q) => (double)p * q).Sum() / Math.Sqrt(a.Sum(p => (double)p * p) * b.Sum(q => (double)q * q));
            }
        }
    }

    [Fact]
    public void Numbers_that_are_all_alike_or_no_numbers_lie_in_the_middle()
    {
        Assert.All(PrincipalPlane.Project([.. Enumerable.Repeat(0f, 30)], 10, 3).Places, place => Assert.Equal(0, place));
        Assert.All(PrincipalPlane.Project([.. Enumerable.Repeat(float.NaN, 30)], 10, 3).Places, place => Assert.Equal(0, place));
        Assert.All(PrincipalPlane.Project([.. Enumerable.Repeat(2f, 30)], 10, 3).Places, place => Assert.Equal(0, place, 1e-5f));
        Assert.All(PrincipalPlane.Project([1e30f, -1e30f, 3e29f], 3, 1).Places, place => Assert.True(float.IsFinite(place)));
    }
}
