using System.Text.Json;
using Classroom.Runs;
using Classroom.School;
using Classroom.Training;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>What the bench begins with.</summary>
public sealed record BenchStart
{
    private static readonly string[] Parts = ["dataset", "data", "model", "optimizer", "loss", "batchSize", "epochs", "seed", "init", "clip", "schedule", "patience", "keep", "from", "freeze", "probes"];

    /// <summary>Null where nothing was asked for, or nothing could be had.</summary>
    public LabForm? Form { get; init; }

    /// <summary>The run that it was cloned from, and its config.</summary>
    public Run? Cloned { get; init; }

    public TrainingConfig? ClonedConfig { get; init; }

    /// <summary>Finds the config whose weights the form's run begins with.</summary>
    public Func<string, TrainingConfig?> Source { get; init; } = _ => null;

    /// <summary>Why it is not what was asked for.</summary>
    public string? Trouble { get; init; }

    /// <summary>A run to clone, if the actor may see it.</summary>
    public static async Task<BenchStart> CloneAsync(RunService runs, Actor actor, Guid id)
    {
        if (await runs.FindAsync(actor, id) is not { } run)
        {
            return new() { Trouble = "The run to begin from is not there any more, or is not yours. Here are the usual settings instead." };
        }

        var config = TrainingConfig.FromJson(run.ConfigJson);
        return new() { Form = LabForm.From(config), Cloned = run, ClonedConfig = config, Source = await SourceAsync(runs, actor, run.ConfigJson) };
    }

    /// <summary>A config from an address, from whomever.</summary>
    public static async Task<BenchStart> OpenAsync(RunService runs, Actor actor, string link, TrainingLimits limits, Func<string, DataSetInfo?> dataSets)
    {
        if (LabLink.Read(link) is not { } json)
        {
            return new() { Trouble = "This link is broken: it may have lost a piece on its way. Ask for it once more, or begin with the usual settings here." };
        }

        var source = await runs.FindSourceAsync(actor, json);
        var reading = TrainingConfigReader.Read(json, limits, dataSets, source);
        if (reading.IsValid)
        {
            return new() { Form = LabForm.From(reading.Config), Source = source };
        }

        // Nothing of what the link says is shown: anyone may have written it.
        var wrong = Parts.Where(part => reading.Errors.Keys.Any(field => field == part || field.StartsWith(part + ".", StringComparison.Ordinal) || field.StartsWith(part + "[", StringComparison.Ordinal))).ToList();
        return new() { Trouble = $"This link holds settings that you cannot train{(wrong.Count > 0 ? $" ({string.Join(", ", wrong)})" : "")}: perhaps its data set belongs to another class. Here are the usual settings instead." };
    }

    private static async Task<Func<string, TrainingConfig?>> SourceAsync(RunService runs, Actor actor, string configJson)
    {
        using var json = JsonDocument.Parse(configJson);
        return await runs.FindSourceAsync(actor, json.RootElement);
    }
}
