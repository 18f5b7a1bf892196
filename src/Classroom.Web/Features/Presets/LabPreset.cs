using Classroom.Curriculum.Experiments;
using Classroom.Training.Settings;

namespace Classroom.Web.Features.Presets;

/// <summary>Settings to begin with, why one would, and what then happens.</summary>
public sealed record LabPreset
{
    public required string Name { get; init; }

    /// <summary>What it is and why one would begin with it.</summary>
    public required string Why { get; init; }

    /// <summary>The whole run: its data set with its options, the network and the training.</summary>
    public required TrainingConfig Config { get; init; }

    /// <summary>Other data sets that the same settings were checked on.</summary>
    public IReadOnlyList<string> AlsoOn { get; init; } = [];

    /// <summary>
    /// What a run shows, checked with three seeds on each of <see cref="DataSets"/>. Its checks name this preset, and others
    /// of the same data set to compare it with. Null for a starting point on data that nobody has tried, which promises nothing.
    /// </summary>
    public ExperimentClaim? Promise { get; init; }

    /// <summary>The built-in data sets that it is offered on, the usual one first.</summary>
    public IReadOnlyList<string> DataSets => [Config.Dataset, .. AlsoOn];

    /// <summary>What a single run of this preset can show: a comparison needs the other run too.</summary>
    public IEnumerable<ExperimentCheck> OwnChecks =>
        Promise?.Checks.Where(check => check.Of == Name && check.Minus is null && check.Over is null) ?? [];

    /// <summary>The run on a data set that it is offered on.</summary>
    public TrainingConfig On(string dataSet) => Config with { Dataset = dataSet };

    /// <summary>Whether a run has these settings, whatever its seed and whatever is drawn of it.</summary>
    public bool IsOf(TrainingConfig config) =>
        (config with { Seed = Config.Seed, Probes = Config.Probes }).ToJson() == On(config.Dataset).ToJson();
}
