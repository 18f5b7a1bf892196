using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Models;

/// <summary>One kind of model, for all configs of one type.</summary>
/// <param name="Config">The type of its configs.</param>
/// <param name="CreateModel">The model of a config on a data set.</param>
/// <param name="Title">What a network is called: "CNN".</param>
/// <param name="Sizes">How large it is, for a narrow column: "8-16-64".</param>
/// <param name="Summary">The network in one line: "CNN: filters 8, then 16; dense 64".</param>
internal sealed record ModelKind(
    Type Config,
    Func<ModelConfig, DataSetInfo, Model> CreateModel,
    Func<ModelConfig, string> Title,
    Func<ModelConfig, string> Sizes,
    Func<ModelConfig, string> Summary)
{
    public static ModelKind Create<TConfig>(
        Func<TConfig, DataSetInfo, Model> create, Func<TConfig, string> title, Func<TConfig, string> sizes, Func<TConfig, string> summary)
        where TConfig : ModelConfig => new(
            typeof(TConfig),
            (config, data) => create((TConfig)config, data),
            config => title((TConfig)config),
            config => sizes((TConfig)config),
            config => summary((TConfig)config));
}
