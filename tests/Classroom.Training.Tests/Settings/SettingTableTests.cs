using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Table;

namespace Classroom.Training.Tests.Settings;

/// <summary>The table of settings and the records of a config say the same.</summary>
public sealed class SettingTableTests
{
    private static readonly TrainingConfig Bare = new()
    {
        Dataset = "digits",
        Model = new MlpConfig(),
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 1 },
        BatchSize = 1,
        Epochs = 1,
    };

    private static readonly (string? Kind, ModelConfig Model)[] Models =
    [
        ("mlp", new MlpConfig()),
        ("cnn", new CnnConfig { Conv = [1] }),
        ("rnn", new RnnConfig { Cell = Cell.Gru, Hidden = 1 }),
        ("autoencoder", new AutoencoderConfig { Code = 1 }),
    ];

    private static IEnumerable<(string Path, string? Kind, object Record)> Records =>
        [("", null, Bare), ("optimizer.", null, Bare.Optimizer), .. Models.Select(model => ("model.", model.Kind, (object)model.Model))];

    private static IEnumerable<JsonPropertyInfo> Properties(object record) =>
        new DefaultJsonTypeInfoResolver().GetTypeInfo(record.GetType(), TrainingConfig.Json).Properties
            .Where(property => property.Get is not null);

    [Fact]
    public void Each_property_of_a_config_is_a_setting_and_each_setting_is_a_property()
    {
        var properties =
            from record in Records
            from property in Properties(record.Record)
            select (record.Kind, Key: record.Path + property.Name);
        var rows =
            from setting in SettingTable.All
            where setting.Key != "model.kind"
            from model in setting.Models.Count == 0 ? new string?[] { null } : [.. setting.Models]
            select (model, setting.Key);

        // Objects of their own, the data set's options and what depends on the network's probes.
        Assert.Equal(
            properties.Where(property => property.Key is not ("data" or "model" or "optimizer" or "probes")).Order(),
            rows.Order());
    }

    [Fact]
    public void What_holds_without_a_setting_is_what_the_record_has()
    {
        var compared = 0;
        foreach (var (path, kind, record) in Records)
        {
            foreach (var property in Properties(record))
            {
                if (SettingTable.Find(path + property.Name, kind) is { Default: { } text, DefaultIn: null } setting)
                {
                    var value = JsonSerializer.SerializeToNode(property.Get!(record), property.PropertyType, TrainingConfig.Json);
                    Assert.Equal((setting.Key, text), (setting.Key, value is null ? "" : setting.Type.ToText(value)));
                    compared++;
                }
            }
        }

        Assert.True(compared >= 20, $"Only {compared} were compared.");
    }

    [Fact]
    public void Each_field_of_a_form_has_an_id_a_label_and_a_help_of_its_own()
    {
        foreach (var (kind, _) in Models)
        {
            var fields = SettingTable.For(kind).Where(setting => setting.Place is SettingPlace.Main or SettingPlace.More).ToList();

            Assert.Equal(fields.Select(field => field.Id).Distinct(), fields.Select(field => field.Id));
            Assert.Equal(fields.Select(field => field.Label).Distinct(), fields.Select(field => field.Label));
            Assert.All(fields, field => Assert.EndsWith(".", field.Help, StringComparison.Ordinal));
        }
    }
}
