using Classroom.Runs.Grains;
using Classroom.Training.Probes.Predictions;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>What the network says about a few examples.</summary>
public sealed record PredictionsScene(PredictionsExamples Examples, IReadOnlyList<Prediction> Predictions)
{
    public int Right => Predictions.Count(prediction => prediction.Label == prediction.Predicted);

    public static PredictionsScene From(RunFrameMessage first, RunFrameMessage shown)
    {
        var frame = SharedScenes.Read<PredictionsFrame>(shown);
        return new(
            SharedScenes.GetOrCreate(first, () => PredictionsExamples.From(SharedScenes.Read<PredictionsFrame>(first))),
            frame.Images ?? frame.Sequences ?? []);
    }
}
