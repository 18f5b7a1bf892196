using Classroom.Training.Data;
using Classroom.Training.Models.Autoencoders;
using Classroom.Training.Models.Cnn;
using Classroom.Training.Models.Mlp;
using Classroom.Training.Models.Rnn;
using Classroom.Training.Settings;

namespace Classroom.Training.Models.Table;

/// <summary>
/// All kinds of model. To add one, add a folder with its <see cref="Model"/> and network, its row here, its record among the
/// <see cref="ModelConfig"/>s, and its settings.
/// </summary>
public static class ModelTable
{
    private static readonly Dictionary<Type, ModelKind> Kinds =
        new[] { MlpModel.Kind, CnnModel.Kind, RnnModel.Kind, AutoencoderModel.Kind }.ToDictionary(kind => kind.Config);

    /// <summary>What the network is called: "CNN".</summary>
    public static string Title(ModelConfig config) => Find(config).Title(config);

    /// <summary>How large it is, for a narrow column: "8-16-64".</summary>
    public static string Sizes(ModelConfig config) => Find(config).Sizes(config);

    /// <summary>The network in one line: "CNN: filters 8, then 16; dense 64".</summary>
    public static string Summary(ModelConfig config) => Find(config).Summary(config);

    /// <summary>All layers from input to output; none where the model does not fit the data.</summary>
    /// <param name="config">Sizes of at least 1, and not checked further.</param>
    /// <param name="data">What is looked at.</param>
    public static IReadOnlyList<LayerShape> LayerShapes(ModelConfig config, DataSetInfo data) => Create(config, data).LayerShapes;

    /// <summary>The model on a data set, whether the two fit or not.</summary>
    internal static Model Create(ModelConfig config, DataSetInfo data) => Find(config).CreateModel(config, data);

    private static ModelKind Find(ModelConfig config) => Kinds[config.GetType()];
}
