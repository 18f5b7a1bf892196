using Classroom.Training.Settings;

namespace Classroom.Training.Configs;

/// <summary>Reads the object <c>model</c> of a config.</summary>
internal static class ModelReader
{
    /// <summary>Null after every fault has been noted.</summary>
    public static ModelConfig? Read(ConfigFields fields, ConfigFaults faults)
    {
        var kind = fields.Choice("kind", "mlp", "cnn", "rnn", "autoencoder");
        ModelConfig? model = kind switch
        {
            "mlp" => ReadMlp(fields),
            "cnn" => ReadCnn(fields, faults),
            "rnn" => ReadRnn(fields),
            "autoencoder" => ReadAutoencoder(fields),
            _ => null,
        };

        // Without its kind nobody knows which fields belong to a model.
        if (kind is not null)
        {
            fields.RefuseOthers();
        }

        return model;
    }

    private static MlpConfig? ReadMlp(ConfigFields fields)
    {
        var hidden = fields.WholeList("hidden", 0, ModelBounds.MostHiddenLayers, 1, ModelBounds.MostNeurons);
        var activation = fields.Choice<Activation>("activation", Activation.Relu);
        var dropout = fields.Number("dropout", 0, 0.9, fallback: 0);
        var residual = fields.Flag("residual");
        return hidden is null || activation is null || dropout is null || residual is null
            ? null
            : new() { Hidden = hidden, Activation = activation.Value, Dropout = dropout.Value, Residual = residual.Value };
    }

    private static CnnConfig? ReadCnn(ConfigFields fields, ConfigFaults faults)
    {
        var conv = fields.WholeList("conv", 1, ModelBounds.MostConvolutions, 1, ModelBounds.MostFilters);
        var kernel = fields.Whole("kernel", 1, 15, fallback: 3);
        var pool = fields.Choice<Pooling>("pool", Pooling.Max);
        var dense = fields.WholeList("dense", 0, ModelBounds.MostDenseLayers, 1, ModelBounds.MostNeurons);
        var activation = fields.Choice<Activation>("activation", Activation.Relu);
        var dropout = fields.Number("dropout", 0, 0.9, fallback: 0);
        if (kernel % 2 == 0)
        {
            faults.Add("model.kernel", $"Must be odd, so that a filter has a middle; it is {kernel}.");
            kernel = null;
        }

        return conv is null || kernel is null || pool is null || dense is null || activation is null || dropout is null
            ? null
            : new()
            {
                Conv = conv,
                Kernel = kernel.Value,
                Pool = pool.Value,
                Dense = dense,
                Activation = activation.Value,
                Dropout = dropout.Value,
            };
    }

    private static RnnConfig? ReadRnn(ConfigFields fields)
    {
        var cell = fields.Choice<Cell>("cell");
        var hidden = fields.Whole("hidden", 1, ModelBounds.MostUnits);
        var layers = fields.Whole("layers", 1, ModelBounds.MostRecurrentLayers, fallback: 1);
        return cell is null || hidden is null || layers is null
            ? null
            : new() { Cell = cell.Value, Hidden = hidden.Value, Layers = layers.Value };
    }

    private static AutoencoderConfig? ReadAutoencoder(ConfigFields fields)
    {
        var hidden = fields.WholeList("hidden", 0, ModelBounds.MostDenseLayers, 1, ModelBounds.MostNeurons);
        var code = fields.Whole("code", 1, ModelBounds.MostCode);
        var activation = fields.Choice<Activation>("activation", Activation.Relu);
        return hidden is null || code is null || activation is null
            ? null
            : new() { Hidden = hidden, Code = code.Value, Activation = activation.Value };
    }
}
