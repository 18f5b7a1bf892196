using System.Reflection;
using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Models.Table;
using Classroom.Training.Probes.Rounds;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;

namespace Classroom.Training.Tests;

/// <summary>Fails where a model, a setting or one of its choices is in none of the <see cref="ReachableConfigs"/>.</summary>
public sealed class ReachableConfigsTests
{
    // Which examples there are is settled before libtorch sees them.
    private static readonly string[] DecidedBefore = [nameof(TrainingConfig.Dataset), nameof(TrainingConfig.Data)];

    /// <summary>What decides which choices a config has: the model, and what it is trained on.</summary>
    private static readonly ILookup<(Type Model, DataSetKind Data, bool IsRegression), TrainingConfig> Groups =
        ReachableConfigs.All.ToLookup(config => (config.Model.GetType(), Info(config).Kind, Info(config).IsRegression));

    private static readonly IReadOnlyList<Type> Models =
        [.. typeof(ModelConfig).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModelConfig)) && !type.IsAbstract)];

    [Fact]
    public void Every_config_can_be_asked_for() =>
        Assert.All(ReachableConfigs.All, config => Assert.Empty(Read(config).Errors));

    [Fact]
    public void Every_model_is_trained_on_everything_that_it_fits()
    {
        Assert.Equal(Models.ToHashSet(), ReachableConfigs.All.Select(config => config.Model.GetType()).ToHashSet());
        var fitting =
            from model in ReachableConfigs.All.Select(config => config.Model).DistinctBy(model => model.GetType())
            from data in BuiltInDataSets.List
            where ModelTable.Create(model, data).Size.Faults.Count == 0
            select (model.GetType(), data.Kind, data.IsRegression);
        Assert.Equal(fitting.ToHashSet(), Groups.Select(group => group.Key).ToHashSet());
    }

    [Fact]
    public void Every_choice_of_every_setting_is_made()
    {
        var missing =
            from configs in Groups
            from setting in Settings(configs.Key.Model)
            where setting.Property.PropertyType.IsEnum
            from choice in Enum.GetValues(setting.Property.PropertyType).Cast<object>()
            where !configs.Any(config => choice.Equals(setting.Property.GetValue(setting.Owner(config))))
            where configs.Any(config => Read(Change(config, setting, choice)).Errors.Count == 0)
            select $"{configs.Key}: {setting.Property.Name} {choice}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_setting_has_more_than_one_value()
    {
        var same =
            from model in Models
            let configs = ReachableConfigs.All.Where(config => config.Model.GetType() == model).ToList()
            from setting in Settings(model)
            where !setting.Property.PropertyType.IsEnum && !DecidedBefore.Contains(setting.Property.Name)
            where configs.Any(config => Applies(setting, config))
            where configs.DistinctBy(config => JsonSerializer.Serialize(setting.Property.GetValue(setting.Owner(config)))).Count() < 2
            select $"{model.Name}: {setting.Property.Name}";
        Assert.Empty(same);
    }

    [Fact]
    public void Every_probe_looks()
    {
        var all = typeof(ProbeKinds).GetFields()
            .Where(field => field.IsLiteral && field.IsPublic)
            .Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(all.ToHashSet(), ReachableConfigs.All.SelectMany(config => config.Probes!).ToHashSet());
    }

    private static IEnumerable<ConfigProperty> Settings(Type model) =>
    [
        .. Properties(typeof(TrainingConfig))
            .Where(property => property.Name is not nameof(TrainingConfig.Model) and not nameof(TrainingConfig.Optimizer))
            .Select(property => new ConfigProperty(property, config => config)),
        .. Properties(typeof(OptimizerConfig)).Select(property => new ConfigProperty(property, config => config.Optimizer)),
        .. Properties(model).Select(property => new ConfigProperty(property, config => config.Model)),
    ];

    private static IEnumerable<PropertyInfo> Properties(Type record) =>
        record.GetProperties().Where(property => property.SetMethod is not null);

    // A copy by way of JSON, so that nothing else changes with it.
    private static TrainingConfig Change(TrainingConfig config, ConfigProperty setting, object value)
    {
        var changed = TrainingConfig.FromJson(config.ToJson());
        setting.Property.SetValue(setting.Owner(changed), value);
        return changed;
    }

    private static bool Applies(ConfigProperty setting, TrainingConfig config) => !SettingTable.All.Any(row =>
        string.Equals(row.Name, setting.Property.Name, StringComparison.OrdinalIgnoreCase) && !row.Applies(new ConfigTexts(config).Scope));

    private static DataSetInfo Info(TrainingConfig config) => BuiltInDataSets.List.Single(info => info.Id == config.Dataset);

    private static ConfigReading Read(TrainingConfig config) => TrainingConfigReader.Read(
        JsonSerializer.SerializeToElement(JsonDocument.Parse(config.ToJson()).RootElement),
        new TrainingLimits(),
        Examples.FindInfo,
        _ => config with { From = null, Freeze = 0 });

    private sealed record ConfigProperty(PropertyInfo Property, Func<TrainingConfig, object> Owner);
}
