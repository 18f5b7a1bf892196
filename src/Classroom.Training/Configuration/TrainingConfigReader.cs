using System.Text.Json;

namespace Classroom.Training;

/// <summary>Reads a config that anyone may have written.</summary>
public static class TrainingConfigReader
{
    /// <summary>Reads and checks the whole config; collects every fault and never throws, whatever the JSON is.</summary>
    /// <param name="json">The config.</param>
    /// <param name="limits">What the run may cost; counted before anything is built.</param>
    /// <param name="dataSets">Finds a data set by id; null when there is none.</param>
    public static ConfigReading Read(JsonElement json, TrainingLimits limits, Func<string, DataSetInfo?> dataSets)
    {
        var faults = new ConfigFaults();
        if (ConfigFields.Of(json, "", faults) is not { } fields)
        {
            return new() { Errors = faults.ToDictionary() };
        }

        var dataSet = ReadDataSet(fields, dataSets, faults);
        var options = ReadData(fields, dataSet);
        var data = dataSet is null ? null : DataOptions.Sizes(dataSet, options);
        var model = fields.Object("model") is { } modelFields ? ReadModel(modelFields, faults) : null;
        var optimizer = fields.Object("optimizer") is { } optimizerFields ? ReadOptimizer(optimizerFields) : null;
        var loss = fields.Choice<LossFunction>("loss", LossFunction.CrossEntropy);
        var batchSize = fields.Whole("batchSize", 1, 1024);
        var epochs = fields.Whole("epochs", 1, 1000);
        var seed = fields.Whole("seed", 0, int.MaxValue, fallback: 0);
        var init = fields.Choice<Initialization>("init", Initialization.Default);
        var clip = fields.Number("clip", 0, 1e6, required: false, above: true);
        fields.RefuseOthers();

        if (init == Initialization.KaimingXavier && model is RnnConfig)
        {
            faults.Add("init", "\"kaiming-xavier\" is for the model \"cnn\". Use \"default\".");
        }

        var size = data is not null && model is not null ? CheckSize(model, data, batchSize, limits, faults) : null;
        var steps = data is not null && batchSize is { } batch ? CheckSteps(data, batch, epochs, limits, faults) : 0;
        if (!faults.None)
        {
            return new() { Errors = faults.ToDictionary() };
        }

        return new()
        {
            Errors = faults.ToDictionary(),
            WeightCount = (int)size!.Weights,
            Steps = (int)steps,
            Config = new()
            {
                Dataset = data!.Id,
                Data = options,
                Model = model!,
                Optimizer = optimizer!,
                Loss = loss!.Value,
                BatchSize = batchSize!.Value,
                Epochs = epochs!.Value,
                Seed = seed!.Value,
                Init = init!.Value,
                Clip = clip,
            },
        };
    }

    private static DataSetInfo? ReadDataSet(ConfigFields fields, Func<string, DataSetInfo?> dataSets, ConfigFaults faults)
    {
        if (fields.String("dataset", "digits") is not { } id)
        {
            return null;
        }

        var data = dataSets(id);
        if (data is null)
        {
            faults.Add("dataset", $"There is no data set \"{id}\". Choose one from the list of data sets.");
        }

        return data;
    }

    // Without its data set nobody knows which options there are.
    private static DataConfig? ReadData(ConfigFields fields, DataSetInfo? dataSet) =>
        fields.OptionalObject("data") is { } dataFields && dataSet is not null ? DataOptions.Read(dataFields, dataSet) : null;

    private static ModelConfig? ReadModel(ConfigFields fields, ConfigFaults faults)
    {
        var kind = fields.Choice("kind", "cnn", "rnn");
        ModelConfig? model = kind switch
        {
            "cnn" => ReadCnn(fields, faults),
            "rnn" => ReadRnn(fields),
            _ => null,
        };

        // Without its kind nobody knows which fields belong to a model.
        if (kind is not null)
        {
            fields.RefuseOthers();
        }

        return model;
    }

    private static CnnConfig? ReadCnn(ConfigFields fields, ConfigFaults faults)
    {
        var conv = fields.WholeList("conv", 1, 4, 1, 64);
        var kernel = fields.Whole("kernel", 1, 15, fallback: 3);
        var pool = fields.Choice<Pooling>("pool", Pooling.Max);
        var dense = fields.WholeList("dense", 0, 4, 1, 512);
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
        var hidden = fields.Whole("hidden", 1, 256);
        var layers = fields.Whole("layers", 1, 2, fallback: 1);
        return cell is null || hidden is null || layers is null
            ? null
            : new() { Cell = cell.Value, Hidden = hidden.Value, Layers = layers.Value };
    }

    private static OptimizerConfig? ReadOptimizer(ConfigFields fields)
    {
        var kind = fields.Choice<OptimizerKind>("kind");

        // A rate of 1,000 is allowed: seeing a run diverge is a lesson.
        var learningRate = fields.Number("learningRate", 0, 10_000, above: true);
        var weightDecay = fields.Number("weightDecay", 0, 1, fallback: 0);
        var momentum = kind == OptimizerKind.Adam ? 0 : fields.Number("momentum", 0, 0.999, fallback: 0);
        fields.RefuseOthers();
        return kind is null || learningRate is null || weightDecay is null || momentum is null
            ? null
            : new()
            {
                Kind = kind.Value,
                LearningRate = learningRate.Value,
                WeightDecay = weightDecay.Value,
                Momentum = momentum.Value,
            };
    }

    private static ModelSize CheckSize(ModelConfig model, DataSetInfo data, int? batchSize, TrainingLimits limits, ConfigFaults faults)
    {
        var size = ModelSize.Of(model, data);
        foreach (var (field, message) in size.Faults)
        {
            faults.Add(field, message);
        }

        if (size.Weights > limits.MaxWeights)
        {
            faults.Add("model", $"Has {size.Weights:N0} weights; at most {limits.MaxWeights:N0} are allowed. Use fewer filters, units or neurons, or pool more.");
        }

        var batch = Math.Min(batchSize ?? 1, data.Train);
        if (size.Multiplications * batch > limits.MaxMultiplicationsPerStep)
        {
            faults.Add("batchSize", $"One step would take {size.Multiplications * batch:N0} multiplications; at most {limits.MaxMultiplicationsPerStep:N0} are allowed. Use smaller batches or a smaller model.");
        }

        if (size.Values * batch > limits.MaxValuesPerStep)
        {
            faults.Add("batchSize", $"One step would hold {size.Values * batch:N0} values in memory; at most {limits.MaxValuesPerStep:N0} are allowed. Use smaller batches or a smaller model.");
        }

        return size;
    }

    private static long CheckSteps(DataSetInfo data, int batchSize, int? epochs, TrainingLimits limits, ConfigFaults faults)
    {
        if (batchSize > data.Train)
        {
            faults.Add("batchSize", $"A batch of {batchSize} is larger than the {data.Train} training examples. Use smaller batches.");
        }

        var stepsPerEpoch = TrainingRun.StepsPerEpoch(data, batchSize);
        var steps = (long)stepsPerEpoch * (epochs ?? 1);
        if (steps > limits.MaxSteps)
        {
            faults.Add("epochs", $"{epochs ?? 1} epochs of {stepsPerEpoch:N0} steps are {steps:N0} steps; at most {limits.MaxSteps:N0} are allowed. Use fewer epochs or larger batches.");
        }

        return steps;
    }
}
