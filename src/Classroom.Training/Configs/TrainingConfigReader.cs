using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Configs;

/// <summary>Reads a config that anyone may have written.</summary>
public static class TrainingConfigReader
{
    /// <summary>Reads and checks the whole config; collects every fault and never throws, whatever the JSON is.</summary>
    /// <param name="json">The config.</param>
    /// <param name="limits">What the run may cost; counted before anything is built.</param>
    /// <param name="dataSets">Finds a data set by id; null when there is none.</param>
    /// <param name="finishedRuns">Finds the config of a finished run to fine-tune; null when there is none.</param>
    public static ConfigReading Read(
        JsonElement json,
        TrainingLimits limits,
        Func<string, DataSetInfo?> dataSets,
        Func<string, TrainingConfig?>? finishedRuns = null)
    {
        var faults = new ConfigFaults();
        if (ConfigFields.From(json, "", faults) is not { } fields)
        {
            return new() { Errors = faults.ToDictionary() };
        }

        var settings = new SettingsReader(faults);
        var dataSet = ReadDataSet(settings, fields, dataSets, faults);
        var options = ReadData(fields, dataSet);
        var data = dataSet is null ? null : DataOptions.Sizes(dataSet, options);
        var model = settings.ReadObject("model", fields)?.Deserialize<ModelConfig>(TrainingConfig.Json);
        settings.ReadObject("optimizer", fields);
        var scope = settings.Scope with { IsRegression = data?.IsRegression };
        foreach (var setting in SettingTable.In("", model: null).Where(setting => setting != UsualSettings.DataSet))
        {
            settings.Read(setting, fields, scope);
        }

        FineTuning.Check(settings.Values, model, data, dataSets, finishedRuns ?? (_ => null), faults);
        ReadProbes(settings, fields, model, data);
        fields.RefuseOthers(model is null || data is null ? "probes" : null);
        var (batchSize, epochs) = (settings.Values["batchSize"]?.GetValue<int>(), settings.Values["epochs"]?.GetValue<int>());
        var size = data is not null && model is not null ? CheckSize(model, data, batchSize, limits, faults) : null;
        var steps = data is not null && batchSize is { } batch ? CheckSteps(data, batch, epochs, limits, faults) : 0;
        if (faults.Count > 0)
        {
            return new() { Errors = faults.ToDictionary() };
        }

        return new()
        {
            Errors = faults.ToDictionary(),
            WeightCount = (int)size!.Weights,
            Steps = (int)steps,
            TrainExamples = data!.Train,
            Config = settings.Values.Deserialize<TrainingConfig>(TrainingConfig.Json)! with { Data = options },
        };
    }

    private static DataSetInfo? ReadDataSet(
        SettingsReader settings, ConfigFields fields, Func<string, DataSetInfo?> dataSets, ConfigFaults faults)
    {
        if (settings.Read(UsualSettings.DataSet, fields, settings.Scope)?.GetValue<string>() is not { } id)
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
        fields.Object("data", isRequired: false) is { } dataFields && dataSet is not null ? DataOptions.Read(dataFields, dataSet) : null;

    private static void ReadProbes(SettingsReader settings, ConfigFields fields, ModelConfig? model, DataSetInfo? data)
    {
        if (model is not null && data is not null && fields.Read("probes", new SomeOf(ProbeKinds.For(model, data))) is { } probes)
        {
            settings.Values["probes"] = probes;
        }
    }

    private static ModelSize CheckSize(
        ModelConfig model, DataSetInfo data, int? batchSize, TrainingLimits limits, ConfigFaults faults)
    {
        var size = ModelTable.Create(model, data).Size;
        foreach (var (field, message) in size.Faults)
        {
            faults.Add(field, message);
        }

        if (size.Weights > limits.MaxWeights)
        {
            faults.Add(
                "model",
                $"Has {size.Weights:N0} weights; at most {limits.MaxWeights:N0} are allowed. "
                    + "Use fewer filters, units or neurons, or pool more.");
        }

        var batch = Math.Min(batchSize ?? 1, data.Train);
        if (size.Multiplications * batch > limits.MaxMultiplicationsPerStep)
        {
            faults.Add(
                "batchSize",
                $"One step would take {size.Multiplications * batch:N0} multiplications; "
                    + $"at most {limits.MaxMultiplicationsPerStep:N0} are allowed. Use smaller batches or a smaller model.");
        }

        if (size.Values * batch > limits.MaxValuesPerStep)
        {
            faults.Add(
                "batchSize",
                $"One step would hold {size.Values * batch:N0} values in memory; "
                    + $"at most {limits.MaxValuesPerStep:N0} are allowed. Use smaller batches or a smaller model.");
        }

        return size;
    }

    private static long CheckSteps(DataSetInfo data, int batchSize, int? epochs, TrainingLimits limits, ConfigFaults faults)
    {
        if (batchSize > data.Train)
        {
            faults.Add(
                "batchSize",
                $"A batch of {batchSize} is larger than the {data.Train} training examples. Use smaller batches.");
        }

        var stepsPerEpoch = data.StepsPerEpoch(batchSize);
        var steps = (long)stepsPerEpoch * (epochs ?? 1);
        if (steps > limits.MaxSteps)
        {
            faults.Add(
                "epochs",
                $"{epochs ?? 1} epochs of {stepsPerEpoch:N0} steps are {steps:N0} steps; at most {limits.MaxSteps:N0} are allowed. "
                    + "Use fewer epochs or larger batches.");
        }

        return steps;
    }
}
