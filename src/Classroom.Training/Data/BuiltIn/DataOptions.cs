using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Training.Settings;
using Classroom.Training.Settings.Values;

namespace Classroom.Training.Data.BuiltIn;

/// <summary>The options of data sets: which there are, and what a data set becomes with them.</summary>
internal static class DataOptions
{
    /// <summary>Reads the object <c>data</c> of a config, and names every option that the data set does not have.</summary>
    /// <returns>Null where nothing is asked for or something is wrong.</returns>
    public static DataConfig? Read(ConfigFields fields, DataSetInfo data)
    {
        var options = BuiltInDataSets.OptionsOf(data.Id);
        if (options.Count == 0)
        {
            fields.RefuseAll($"The data set \"{data.Id}\" has no such option; it is always used as it is.");
            return null;
        }

        // What another data set has is not read, so that it is refused with the rest.
        var classes = options.FirstOrDefault(option => option.Name == "classes") is { } known
            ? fields.Read(known.Name, new Several(2, known.Choices))?.AsArray()
            : null;
        var (kept, all) = classes is null ? (1, 1) : (classes.Count, data.Classes.Count);
        var values = new JsonObject();
        foreach (var option in options.Where(option => option.Name != "classes"))
        {
            SettingType type = option.Kind switch
            {
                DataOptionKind.Whole when option.Name is "train" or "validation" =>
                    new WholeNumber((int)option.Least * kept / all, (int)option.Most * kept / all),
                DataOptionKind.Whole => new WholeNumber((int)option.Least, (int)option.Most),
                DataOptionKind.Number => new RealNumber(option.Least, option.Most),
                DataOptionKind.One => new OneOf(option.Choices),
                _ => new Several(1, option.Choices),
            };
            if (fields.Read(option.Name, type) is { } value)
            {
                values[option.Name] = value;
            }
        }

        // All of them are no choice.
        if (classes is not null && classes.Count < data.Classes.Count)
        {
            values["classes"] = classes;
        }

        fields.RefuseOthers();
        var config = values.Deserialize<DataConfig>(TrainingConfig.Json)!;
        return config.IsDefault ? null : config;
    }

    /// <summary>What is known of <paramref name="data"/> with these options, for what is counted before anything is built.</summary>
    public static DataSetInfo Sizes(DataSetInfo data, DataConfig? options) =>
        options is null ? data : BuiltInDataSets.Find(data.Id)?.With(data, options) ?? data;

    /// <summary>The data set with these options; the same instance as long as a run holds it, so that runs share its tensors.</summary>
    /// <exception cref="ArgumentException">The data set has no options, or not as many examples.</exception>
    public static DataSet Apply(DataSet data, DataConfig? options) =>
        options is null ? data : DataVariants.Get(data, options, Build);

    private static DataSet Build(DataSet data, DataConfig options)
    {
        var set = BuiltInDataSets.Find(data.Id)
            ?? throw new ArgumentException($"The data set '{data.Id}' has no options.", nameof(data));
        return LabelNoise.Add(set.Apply(data, options), options);
    }
}
