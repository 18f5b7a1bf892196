using Classroom.Training.Networks;
using Classroom.Training.Optimizers;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

/// <summary>
/// Everything that decides how a run goes on, and so what a checkpoint holds: the weights and what the optimizer and the probes
/// remember, all generators, the place in the data, and the best epoch so far.
/// </summary>
/// <param name="parts">The network and what it learns.</param>
/// <param name="generator">The run's.</param>
internal sealed class TrainingState(ProbedRun parts, Generator generator) : IDisposable
{
    public Optimizer Optimizer { get; } = Optimizer.Create(parts.Config.Optimizer, parts.Parameters.TrainedWeights.Length);

    public EpochOrder Order { get; } = new(parts.Data.Train, parts.Config.BatchSize, generator);

    public BestEpoch Best { get; } = new(parts.Config.KeepsBest ? parts.Parameters.Count : 0);

    public ProbeRound Probes { get; } =
        new(parts, parts.Data.StepsPerEpoch(parts.Config.BatchSize) * parts.Time.Step(parts.Config.BatchSize));

    /// <summary>Training steps done.</summary>
    public int Step { get; set; }

    /// <summary>Points given to the sink so far.</summary>
    public int Points { get; set; }

    /// <summary>Frames given to the sink so far.</summary>
    public int Frames { get; set; }

    /// <summary>A checkpoint, as <see cref="TrainingRun.Save"/> gives it.</summary>
    public byte[] Save()
    {
        using var writer = new CheckpointWriter();
        writer.Write(parts.Config.ToJson());
        writer.Write(Step);
        writer.Write(Points);
        writer.Write(Frames);
        writer.Write(Best.Loss);
        writer.Write(Best.EpochsSince);
        Write(writer, generator);
        writer.WriteArray(Order.Save());
        writer.WriteArray<float>(parts.Parameters.Weights);
        writer.Write(Optimizer.Steps);
        foreach (var memory in Optimizer.Memory)
        {
            writer.WriteArray<float>(memory);
        }

        foreach (var draws in Probes.Draws)
        {
            Write(writer, draws);
        }

        foreach (var memory in Probes.Memory)
        {
            writer.WriteArray<float>(memory);
        }

        writer.Write(Best.Step);
        writer.WriteArray(Best.Weights);
        return writer.ToBytes();
    }

    /// <summary>Reads what <see cref="Save"/> wrote after the config.</summary>
    /// <param name="reader">Has read the config.</param>
    /// <exception cref="InvalidDataException">The checkpoint ends too early or is of another network.</exception>
    public void Restore(CheckpointReader reader)
    {
        try
        {
            Read(reader);
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("The checkpoint is damaged: it ends too early.", fault);
        }
    }

    /// <summary>The weights to keep: those of the best epoch where there are such, else those of now.</summary>
    public IReadOnlyList<NamedTensor> Weights()
    {
        var kept = Best.HasWeights ? Best.Weights : parts.Parameters.Weights;
        var tensors = new List<NamedTensor>();
        foreach (var window in parts.Parameters.Windows)
        {
            tensors.Add(new NamedTensor(window.Name, window.Shape, kept.Slice(window.First, window.Length).ToArray()));
        }

        return tensors;
    }

    public void Dispose()
    {
        Order.Dispose();
        Probes.Dispose();
        parts.Dispose();
        generator.Dispose();
    }

    private void Read(CheckpointReader reader)
    {
        Step = reader.ReadInt32();
        Points = reader.ReadInt32();
        Frames = reader.ReadInt32();
        Best.Restore(reader.ReadSingle(), reader.ReadInt32());
        Read(reader, generator);
        Order.Restore(reader.ReadArray<long>());
        reader.ReadInto(parts.Parameters.Weights);
        Optimizer.Steps = reader.ReadInt64();
        foreach (var memory in Optimizer.Memory)
        {
            reader.ReadInto(memory.AsSpan());
        }

        foreach (var draws in Probes.Draws)
        {
            Read(reader, draws);
        }

        foreach (var memory in Probes.Memory)
        {
            reader.ReadInto(memory.AsSpan());
        }

        if (reader.Version >= 2)
        {
            Best.RestoreWeights(reader.ReadInt32(), reader.ReadInto);
        }
    }

    private static void Write(CheckpointWriter writer, Generator generator)
    {
        using var state = generator.get_state();
        writer.WriteArray<byte>(state.bytes);
    }

    private static void Read(CheckpointReader reader, Generator generator)
    {
        using var state = tensor(reader.ReadArray<byte>());
        generator.set_state(state);
    }
}
