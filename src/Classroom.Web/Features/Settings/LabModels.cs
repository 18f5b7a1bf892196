using Classroom.Training.Data;

namespace Classroom.Web.Features.Settings;

/// <summary>The networks that can learn from each kind of data, the usual one first.</summary>
public static class LabModels
{
    public static (string Value, string Name)[] For(DataSetKind data) => data switch
    {
        DataSetKind.Image => [
            ("cnn", "CNN: filters that slide over the picture"),
            ("mlp", "MLP: dense layers only"),
            ("autoencoder", "Autoencoder: copies through a small code")
        ],
        DataSetKind.Table => [("mlp", "MLP: dense layers")],
        _ => [("rnn", "RNN: a network with a memory")],
    };
}
