using System.Text.Json;
using System.Text.Json.Serialization;
using Classroom.Training.Probes.Confusion;
using Classroom.Training.Probes.DecisionBoundaries;
using Classroom.Training.Probes.Embeddings;
using Classroom.Training.Probes.FeatureMaps;
using Classroom.Training.Probes.Filters;
using Classroom.Training.Probes.Forecasts;
using Classroom.Training.Probes.GradientNorms;
using Classroom.Training.Probes.LossSurfaces;
using Classroom.Training.Probes.NetworkWeights;
using Classroom.Training.Probes.Predictions;
using Classroom.Training.Probes.Reconstructions;
using Classroom.Training.Probes.WeightHistograms;
using Classroom.Training.Probes.WeightUpdates;
using Classroom.Training.Probes.WrittenTexts;

namespace Classroom.Training.Probes.Rounds;

/// <summary>Writes and reads the frames of all kinds.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(FrameJson.ShortSingle), typeof(FrameJson.ShortDouble)])]
[JsonSerializable(typeof(PredictionsFrame))]
[JsonSerializable(typeof(DecisionBoundaryFrame))]
[JsonSerializable(typeof(NetworkFrame))]
[JsonSerializable(typeof(FiltersFrame))]
[JsonSerializable(typeof(FeatureMapsFrame))]
[JsonSerializable(typeof(ConfusionFrame))]
[JsonSerializable(typeof(EmbeddingFrame))]
[JsonSerializable(typeof(ReconstructionsFrame))]
[JsonSerializable(typeof(ForecastFrame))]
[JsonSerializable(typeof(TextFrame))]
[JsonSerializable(typeof(GradientNormsFrame))]
[JsonSerializable(typeof(WeightHistogramFrame))]
[JsonSerializable(typeof(WeightUpdatesFrame))]
[JsonSerializable(typeof(LossSurfaceFrame))]
internal sealed partial class FrameContext : JsonSerializerContext;
