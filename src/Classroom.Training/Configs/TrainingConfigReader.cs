using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Losses;
using Classroom.Training.Models;
using Classroom.Training.Probes;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;

namespace Classroom.Training.Configs;

/// <summary>Reads a config that anyone may have written.</summary>
public static class TrainingConfigReader
{
    /// <summary>Reads and checks the whole config; collects every fault and never throws, whatever the JSON is.</summary>
    /// <param name="json">The config.</param>
    /// <param name="limits">What the run may cost; counted before anything is built.</param>
    /// <param name="dataSets">Finds a data set by id; null when there is none.</param>
    /// <param name="finishedRuns">Finds the config of a finished run to fine-tune; null when there is none.</param>
    public static ConfigReading Read(JsonElement json, TrainingLimits limits, Func<string, DataSetInfo?> dataSets, Func<string, TrainingConfig?>? finishedRuns = null)
    {
        var faults = new ConfigFaults();
        if (ConfigFields.Of(json, "", faults) is not { } fields)
        {
            return new() { Errors = faults.ToDictionary() };
        }

        var dataSet = ReadDataSet(fields, dataSets, faults);
        var options = ReadData(fields, dataSet);
        var data = dataSet is null ? null : DataOptions.Sizes(dataSet, options);
        var model = fields.Object("model") is { } modelFields ? ModelReader.Read(modelFields, faults) : null;
        var optimizer = fields.Object("optimizer") is { } optimizerFields ? ReadOptimizer(optimizerFields) : null;
        var loss = ReadLoss(fields, model, data, faults);
        var batchSize = fields.Whole("batchSize", 1, 1024);
        var epochs = fields.Whole("epochs", 1, 1000);
        var seed = fields.Whole("seed", 0, int.MaxValue, fallback: 0);
        var init = fields.Choice<Initialization>("init", Initialization.Default);
        var clip = fields.Number("clip", 0, 1e6, required: false, above: true);
        var schedule = fields.Choice<LearningRateSchedule>("schedule", LearningRateSchedule.Constant);
        var patience = fields.Whole("patience", 1, 1000, required: false);
        var keep = fields.OptionalChoice<KeptWeights>("keep") ?? (patience is null ? default(KeptWeights?) : KeptWeights.Best);
        var (from, freeze) = FineTuningReader.Read(fields, model, data, dataSets, finishedRuns ?? (_ => null), faults);
        var probes = model is null || data is null ? null : fields.OptionalChoices("probes", ProbeKinds.For(model, data));
        fields.RefuseOthers(model is null || data is null ? "probes" : null);

        if (init == Initialization.KaimingXavier && model is RnnConfig)
        {
            faults.Add("init", "\"kaiming-xavier\" is not for the model \"rnn\". Use \"default\".");
        }

        if (init == Initialization.LongMemory && model is not (null or RnnConfig { Cell: Cell.Gru or Cell.Lstm }))
        {
            faults.Add("init", "\"long-memory\" opens a gate, which only the cells \"gru\" and \"lstm\" have. Use \"default\".");
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
            TrainExamples = data!.Train,
            Config = new()
            {
                Dataset = data.Id,
                Data = options,
                Model = model!,
                Optimizer = optimizer!,
                Loss = loss!.Value,
                BatchSize = batchSize!.Value,
                Epochs = epochs!.Value,
                Seed = seed!.Value,
                Init = init!.Value,
                Clip = clip,
                Schedule = schedule!.Value,
                Patience = patience,
                Keep = keep,
                From = from,
                Freeze = freeze!.Value,
                Probes = probes,
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

    // Where there is only one loss that makes sense, nobody has to name it.
    private static LossFunction? ReadLoss(ConfigFields fields, ModelConfig? model, DataSetInfo? data, ConfigFaults faults)
    {
        var only = model is null || data is null ? null : Objective.OnlyLoss(model, data);
        var loss = fields.Choice<LossFunction>("loss", only ?? LossFunction.CrossEntropy);
        if (only is not null && loss is not null && loss != only)
        {
            faults.Add("loss", model is AutoencoderConfig
                ? "An autoencoder compares pictures, pixel by pixel: its loss is \"mean-squared-error\"."
                : $"The data set '{data!.Id}' has a number to predict, not classes: its loss is \"mean-squared-error\".");
        }

        return loss;
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

        var stepsPerEpoch = data.StepsPerEpoch(batchSize);
        var steps = (long)stepsPerEpoch * (epochs ?? 1);
        if (steps > limits.MaxSteps)
        {
            faults.Add("epochs", $"{epochs ?? 1} epochs of {stepsPerEpoch:N0} steps are {steps:N0} steps; at most {limits.MaxSteps:N0} are allowed. Use fewer epochs or larger batches.");
        }

        return steps;
    }
}
