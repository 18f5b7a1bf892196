using Classroom.Training.Loop;

namespace Classroom.Training.Tests;

/// <summary>What decides a run's next step beside its batch: the weights and what Adam remembers of them, all in the same order.</summary>
internal sealed record RunState(float[] Weights, float[] Mean, float[] Square)
{
    /// <summary>Of a run that uses Adam, between two steps.</summary>
    public static RunState Of(TrainingRun run)
    {
        using var checkpoint = new CheckpointReader(run.Save());
        _ = checkpoint.ReadString();

        // Step, points and frames; best loss, and epochs since then; generator; order of the examples.
        _ = (checkpoint.ReadInt32(), checkpoint.ReadInt32(), checkpoint.ReadInt32());
        _ = (checkpoint.ReadSingle(), checkpoint.ReadInt32());
        _ = (checkpoint.ReadArray<byte>(), checkpoint.ReadArray<long>());
        var weights = checkpoint.ReadArray<float>();
        Assert.Equal(run.Step, checkpoint.ReadInt64());
        return new(weights, checkpoint.ReadArray<float>(), checkpoint.ReadArray<float>());
    }
}
