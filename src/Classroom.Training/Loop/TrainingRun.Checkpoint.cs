using Classroom.Training.Data;
using Classroom.Training.Networks;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using static TorchSharp.torch;

namespace Classroom.Training.Loop;

// Everything that decides how a run goes on: weights, what the optimizer remembers, the generators, and the place in the data.
public sealed partial class TrainingRun
{
    /// <summary>True between two steps; a validation or a probe must come to its end first.</summary>
    public bool CanSave => phase == Phase.Train && !Finished;

    /// <summary>
    /// A checkpoint: a run resumed from it goes on bit for bit as this one does. About 12 bytes a weight, or 16 where the
    /// best ones are kept.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="CanSave"/> is false.</exception>
    public byte[] Save()
    {
        if (!CanSave)
        {
            throw new InvalidOperationException("A run can be saved only between two training steps.");
        }

        using var writer = new CheckpointWriter();
        writer.Write(config.ToJson());
        writer.Write(Step);
        writer.Write(Points);
        writer.Write(Frames);
        writer.Write(best.Loss);
        writer.Write(best.EpochsSince);
        Write(writer, generator);
        writer.WriteArray(order.Save());
        writer.WriteArray<float>(parameters.Weights);
        writer.Write(optimizer.Steps);
        foreach (var memory in optimizer.Memory)
        {
            writer.WriteArray<float>(memory);
        }

        foreach (var draws in probes.Draws)
        {
            Write(writer, draws);
        }

        foreach (var memory in probes.Memory)
        {
            writer.WriteArray<float>(memory);
        }

        writer.Write(best.Step);
        writer.WriteArray(best.Weights);
        return writer.ToBytes();
    }

    /// <summary>The run as it was when it was saved.</summary>
    /// <param name="config">The config that it was started with.</param>
    /// <param name="dataSet">The data set that it was started with.</param>
    /// <param name="checkpoint">From <see cref="Save"/>.</param>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, of another version or of another config.</exception>
    /// <exception cref="ArgumentException">The model cannot be trained on this data set.</exception>
    /// <exception cref="EngineUnfitException">This process computes wrongly.</exception>
    public static TrainingRun Resume(TrainingConfig config, DataSet dataSet, byte[] checkpoint)
    {
        using var reader = new CheckpointReader(checkpoint);
        if (reader.ReadString() != config.ToJson())
        {
            throw new InvalidDataException("The checkpoint is of another config.");
        }

        // All weights come from the checkpoint, those of the run it began from too.
        var run = new TrainingRun(config, dataSet);
        try
        {
            run.Restore(reader);
            return run;
        }
        catch (Exception fault) when (fault is EndOfStreamException or OverflowException)
        {
            run.Dispose();
            throw new InvalidDataException("The checkpoint is damaged: it ends too early.", fault);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether <see cref="Resume"/> takes this checkpoint: it is whole, of this version and of this config. Builds nothing.
    /// </summary>
    public static bool CanResume(TrainingConfig config, byte[] checkpoint)
    {
        try
        {
            using var reader = new CheckpointReader(checkpoint);
            return reader.ReadString() == config.ToJson();
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// The weights to keep: those of the best epoch so far where the config asks for them and an epoch has been validated, else
    /// those of now. With the config, the kind of data and <see cref="WeightsStep"/> beside them; not while another thread
    /// advances the run.
    /// </summary>
    public NetworkWeights Weights()
    {
        var kept = HasBestWeights ? best.Weights : parameters.Weights;
        var tensors = new List<NamedTensor>();
        foreach (var window in parameters.Windows)
        {
            tensors.Add(new NamedTensor(window.Name, window.Shape, kept.Slice(window.First, window.Length).ToArray()));
        }

        return NetworkWeights.Create(tensors, config, data.Info, (double)WeightsStep / stepsPerEpoch);
    }

    private void Restore(CheckpointReader reader)
    {
        Step = reader.ReadInt32();
        Points = reader.ReadInt32();
        Frames = reader.ReadInt32();
        best.Restore(reader.ReadSingle(), reader.ReadInt32());
        Read(reader, generator);
        var places = reader.ReadArray<long>();
        reader.ReadInto(parameters.Weights);
        optimizer.Steps = reader.ReadInt64();
        foreach (var memory in optimizer.Memory)
        {
            reader.ReadInto(memory.AsSpan());
        }

        foreach (var draws in probes.Draws)
        {
            Read(reader, draws);
        }

        foreach (var memory in probes.Memory)
        {
            reader.ReadInto(memory.AsSpan());
        }

        if (reader.Version >= 2)
        {
            best.RestoreWeights(reader.ReadInt32(), reader.ReadInto);
        }

        order.Restore(places);
        epochsTrained = Step / stepsPerEpoch;
        phase = Phase.Train;
        network.train();
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
