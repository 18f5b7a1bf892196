using System.Text.Json;
using Classroom.School;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Runs;

public sealed partial class RunService
{
    private const string DataSetField = "dataset";

    /// <summary>The config, where the actor could train it; refused as <see cref="CreateAsync"/> would, and nothing is stored.</summary>
    public async Task<Outcome<TrainingConfig>> CheckAsync(
        Actor actor, JsonElement config, CancellationToken cancellationToken = default)
    {
        var visible = (await dataSets.ListAsync(actor, cancellationToken)).ToDictionary(info => info.Id);
        var reading = await ReadAsync(actor, config, visible, cancellationToken);
        return reading.Succeeded ? reading.Value.Config! : reading.Refusal;
    }

    /// <summary>Finds the run that the config wants to go on from, among those that the actor manages and whose weights are kept.</summary>
    public async Task<Func<string, TrainingConfig?>> FindSourceAsync(
        Actor actor, JsonElement config, CancellationToken cancellationToken = default)
    {
        if (config.ValueKind != JsonValueKind.Object || !config.TryGetProperty("from", out var from) || ReadId(from) is not { } id)
        {
            return _ => null;
        }

        var source = await reader.FindWithWeightsAsync(actor, id, cancellationToken);
        return asked => source is not null && Guid.TryParse(asked, out var askedId) && askedId == id
            ? TrainingConfig.FromJson(source.ConfigJson)
            : null;
    }

    private async Task<Outcome<ConfigReading>> ReadAsync(
        Actor actor, JsonElement config, Dictionary<string, DataSetInfo> visible, CancellationToken cancellationToken)
    {
        var source = await FindSourceAsync(actor, config, cancellationToken);
        var reading = TrainingConfigReader.Read(config, options.Limits, visible.GetValueOrDefault, source);
        if (reading.IsValid)
        {
            return reading;
        }

        var gone = await ExplainGoneAsync(actor, config, cancellationToken);
        return new Refusal.Invalid([.. reading.Errors.SelectMany(
            field => field.Value.Select(message => new Fault(field.Key, field.Key == DataSetField ? gone ?? message : message)))]);
    }

    /// <summary>Null where the config's data set never was there for this person, or still is.</summary>
    private async Task<string?> ExplainGoneAsync(Actor actor, JsonElement config, CancellationToken cancellationToken) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(DataSetField, out var named) && ReadId(named) is { } id
        && await dataSets.FindGoneAsync(actor, id, cancellationToken) is { } gone
            ? gone.ReplacedById is null
                ? $"The data set “{gone.Title}” has been removed, so no new run can learn from it. Choose another data set."
                : $"The data set “{gone.Title}” has been replaced by a newer version. Choose the new one from the list of data sets."
            : null;

    private static Guid? ReadId(JsonElement from)
    {
        try
        {
            return from.ValueKind == JsonValueKind.String && Guid.TryParse(from.GetString(), out var id) ? id : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a character, which is no text
        }
    }
}
