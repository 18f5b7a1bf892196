using System.Text.Json;
using Classroom.School;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Settings;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>What there is to say about the form as it stands: what is wrong with it, or what it would take.</summary>
public sealed record BenchState
{
    public static readonly BenchState Nothing = new() { Errors = Array.Empty<string>().ToLookup(error => error) };

    /// <summary>The data with the form's options that make sense; null where there is none.</summary>
    public DataSetInfo? Data { get; init; }

    /// <summary>Null where something is wrong.</summary>
    public TrainingConfig? Config { get; init; }

    public TrainingEstimate? Estimate { get; init; }

    /// <summary>What is wrong, by field of the config.</summary>
    public required ILookup<string, string> Errors { get; init; }

    /// <summary>Those that no field shows.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    public static BenchState At(
        LabForm form, TrainingLimits limits, IReadOnlyDictionary<string, DataSetInfo> dataSets, Func<string, TrainingConfig?> source)
    {
        var data = dataSets.GetValueOrDefault(form.DataSet);
        var config = JsonSerializer.SerializeToElement(form.ToConfig(data));
        var reading = TrainingConfigReader.Read(config, limits, dataSets.GetValueOrDefault, source);
        var look = new BenchState
        {
            Data = data,
            Config = reading.Config,
            Estimate = reading.IsValid ? TrainingEstimate.Create(reading.Config, data!) : null,
            Errors = Nothing.Errors,
        };
        return look.With([.. reading.Errors.SelectMany(field => field.Value.Select(message => new Fault(field.Key, message)))]);
    }

    /// <summary>The same with what the service found wrong.</summary>
    public BenchState Refused(IReadOnlyList<Fault> faults) => With(faults) with { Estimate = null };

    private BenchState With(IReadOnlyList<Fault> faults) => this with
    {
        Errors = faults.ToLookup(fault => fault.Field, fault => fault.Message),
        Elsewhere = [.. faults.Where(fault => fault.Field is "" or "model" or "optimizer" or "data"
            || (fault.Field == "model.kind" && Data is not null && LabModels.For(Data.Kind).Length == 1))
            .Select(fault => fault.Message)],
    };
}
