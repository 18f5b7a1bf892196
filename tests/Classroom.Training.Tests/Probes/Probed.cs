using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Losses;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Tests;

/// <summary>A network that is not trained, so that a test can give it weights and look at it.</summary>
internal sealed class Probed : IDisposable
{
    private readonly Generator generator;

    public Probed(TrainingConfig config, DataSet data)
    {
        generator = new Generator((ulong)config.Seed, CPU);
        Run = ProbedRun.Create(config, data, ModelTable.Create(config.Model, data), generator);
    }

    public ProbedRun Run { get; }

    public Span<float> Weights => Run.Parameters.Weights;

    /// <summary>One frame, and how many moments it took.</summary>
    public static (JsonElement Frame, int Moments) Capture(Probe probe, int epoch = 0)
    {
        for (var moments = 1; ; moments++)
        {
            using var scope = NewDisposeScope();
            using var noGradients = no_grad();
            if (probe.Capture(isFirst: epoch == 0) is { } content)
            {
                return (JsonDocument.Parse(FrameJson.Write(content)).RootElement, moments);
            }
        }
    }

    public JsonElement Capture(string kind, int epoch = 0)
    {
        using var probe = ProbeKinds.Create(kind, Run);
        return Capture(probe, epoch).Frame;
    }

    /// <summary>What the network answers to the first so many validation examples, row by row.</summary>
    public float[][] Outputs(int examples)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var outputs = Run.Network.call(Run.Inputs(0, examples));
        return [.. outputs.data<float>().ToArray().Chunk((int)outputs.shape[1])];
    }

    /// <summary>The mean loss over the first so many training examples.</summary>
    public double Loss(int examples)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var (inputs, targets) = Run.Examples.Range(0, examples);
        return Run.Objective.Loss(Objective.Predictions(Run.Network.call(inputs)), inputs, targets, nn.Reduction.Mean).item<float>();
    }

    public void Dispose()
    {
        Run.Dispose();
        generator.Dispose();
    }
}
