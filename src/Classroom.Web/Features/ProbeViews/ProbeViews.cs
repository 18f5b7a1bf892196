using Classroom.Training.Probes;

namespace Classroom.Web.Features.ProbeViews;

/// <summary>Which component shows what a probe saw, and under which words.</summary>
public static class ProbeViews
{
    private static readonly Dictionary<string, ProbeView> Views = new()
    {
        [ProbeKinds.Predictions] = new("What it sees", "The same few examples again and again: watch its guesses change.", typeof(PredictionsView)),
        [ProbeKinds.DecisionBoundary] = new("Where it draws the border", "Each place has the color of the class that the network would say there.", typeof(DecisionBoundaryView)),
        [ProbeKinds.Network] = new("The network itself", "Every line is one weight. Training changes nothing but these numbers.", typeof(NetworkView)),
        [ProbeKinds.Filters] = new("What its filters look for", "Nobody drew these filters: the network found them by itself.", typeof(FiltersView)),
        [ProbeKinds.FeatureMaps] = new("How it takes a picture apart", "Each filter slides over the picture and lights up where it finds its pattern.", typeof(FeatureMapsView)),
        [ProbeKinds.Confusion] = new("What it mixes up", "Rows say what it is, columns what the network said.", typeof(ConfusionView)),
        [ProbeKinds.Embedding] = new("What looks alike to it", "Each point is an example, placed by what the network has worked out about it.", typeof(EmbeddingView)),
        [ProbeKinds.Reconstructions] = new("What it draws from memory", "The network squeezes a picture into a few numbers and draws it again from those alone.", typeof(ReconstructionsView)),
        [ProbeKinds.Forecast] = new("What it predicts", "These examples were never trained on.", typeof(ForecastView)),
        [ProbeKinds.Text] = new("What it writes", "It writes letter by letter, and each letter is its guess at what comes next.", typeof(TextView)),
        [ProbeKinds.GradientNorms] = new("Who gets told to change", "With each line further to the right it is ten times as much.", typeof(GradientNormsView)),
        [ProbeKinds.WeightHistogram] = new("How large its weights are", "Weights begin small and spread as the network learns.", typeof(WeightHistogramView)),
        [ProbeKinds.LossSurface] = new("The way down", "Training is a walk downhill, and the height is the loss.", typeof(LossSurfaceView)),
    };

    /// <param name="kind">One of <see cref="ProbeKinds"/>.</param>
    /// <returns>Null for what is no probe.</returns>
    public static ProbeView? For(string kind) => Views.GetValueOrDefault(kind);
}

/// <param name="Title">A heading.</param>
/// <param name="Words">One line that explains.</param>
/// <param name="Component">A <see cref="FrameView{TScene}"/>.</param>
public sealed record ProbeView(string Title, string Words, Type Component);
