using System.Text.Json;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>What the bench begins with.</summary>
public sealed record BenchStart
{
    // What stands at the top of a config, in the order of the form; an object such as "model" is called as its first setting is.
    private static readonly (string Field, string Label)[] Parts =
    [
        .. SettingTable.All.Select(setting => (Field: setting.Key.Split('.')[0], Label: setting.Label.ToLowerInvariant()))
            .DistinctBy(part => part.Field),
        ("data", "how the data is drawn"),
        ("probes", "views"),
    ];

    /// <summary>Null where nothing was asked for, or nothing could be had.</summary>
    public LabForm? Form { get; init; }

    /// <summary>The run that it was cloned from.</summary>
    public Run? Cloned { get; init; }

    /// <summary>What was taken over; null where nothing was.</summary>
    public TrainingConfig? TakenOver { get; init; }

    /// <summary>Finds the config whose weights the form's run begins with.</summary>
    public Func<string, TrainingConfig?> Source { get; init; } = _ => null;

    /// <summary>Why it is not what was asked for.</summary>
    public string? Trouble { get; init; }

    /// <summary>What the address asks for; of a clone that was changed it names both, the run and what is on the bench by now.</summary>
    public static async Task<BenchStart> FindAsync(
        RunService runs, Actor actor, string? from, string? link, TrainingLimits limits, Func<string, DataSetInfo?> dataSets)
    {
        var cloned = string.IsNullOrEmpty(from) ? new()
            : Guid.TryParse(from, out var id) ? await CloneAsync(runs, actor, id)
            : new() { Trouble = "This link is broken: it does not lead to a run. Here are the usual settings instead." };
        if (string.IsNullOrEmpty(link))
        {
            return cloned;
        }

        var opened = await OpenAsync(runs, actor, link, limits, dataSets);
        return cloned.Cloned is null ? opened
            : opened.Form is null ? cloned with { Trouble = opened.Trouble }
            : cloned with { Form = opened.Form, Source = opened.Source };
    }

    /// <summary>A run to clone, if the actor may see it.</summary>
    private static async Task<BenchStart> CloneAsync(RunService runs, Actor actor, Guid id)
    {
        if (await runs.FindAsync(actor, id) is not { } run)
        {
            return new() { Trouble = "The run to start from no longer exists, or it is not yours. Here are the usual settings instead." };
        }

        var config = TrainingConfig.FromJson(run.ConfigJson);
        return new()
        {
            Form = LabForm.From(config),
            Cloned = run,
            TakenOver = config,
            Source = await SourceAsync(runs, actor, run.ConfigJson)
        };
    }

    /// <summary>A config from an address, from whomever.</summary>
    private static async Task<BenchStart> OpenAsync(
        RunService runs, Actor actor, string link, TrainingLimits limits, Func<string, DataSetInfo?> dataSets)
    {
        if (LabLink.Read(link) is not { } json)
        {
            return new()
            {
                Trouble = "This link is broken: part of it may have been lost on the way. Ask for it again, or start from the usual "
                    + "settings here."
            };
        }

        var source = await runs.FindSourceAsync(actor, json);
        var reading = TrainingConfigReader.Read(json, limits, dataSets, source);
        if (reading.IsValid)
        {
            return new() { Form = LabForm.From(reading.Config), TakenOver = reading.Config, Source = source };
        }

        // Nothing of what the link says is shown: anyone may have written it.
        var fields = reading.Errors.Keys.Select(field => field.Split('.', '[')[0]).ToHashSet();
        var wrong = Parts.Where(part => fields.Contains(part.Field)).Select(part => part.Label).ToList();
        return new()
        {
            Trouble = $"This link holds settings that you cannot train{(wrong.Count > 0 ? $" ({string.Join(", ", wrong)})" : "")}: "
                + "perhaps its data set belongs to another class. Here are the usual settings instead.",
        };
    }

    private static async Task<Func<string, TrainingConfig?>> SourceAsync(RunService runs, Actor actor, string configJson)
    {
        using var json = JsonDocument.Parse(configJson);
        return await runs.FindSourceAsync(actor, json.RootElement);
    }
}
