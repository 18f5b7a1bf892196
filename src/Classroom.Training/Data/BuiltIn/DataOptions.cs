using Classroom.Training.Settings;

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

        // What another data set has is not asked for, so that it is refused with the rest.
        DataOption? Option(string name) => options.FirstOrDefault(option => option.Name == name);
        int? Whole(string name, int kept = 1, int all = 1) => Option(name) is { } option
            ? fields.Whole(name, (int)option.Least * kept / all, (int)option.Most * kept / all, required: false)
            : null;
        double? Number(string name) => Option(name) is { } option
            ? fields.Number(name, option.Least, option.Most, required: false)
            : null;
        T Choice<T>(string name)
            where T : struct, Enum => Option(name) is null ? default : fields.Choice<T>(name, default(T)) ?? default;

        var classes = Option("classes") is { } known ? fields.Several("classes", fewest: 2, known.Choices) : null;
        var (kept, all) = classes is null ? (1, 1) : (classes.Count, data.Classes.Count);
        var config = new DataConfig
        {
            Train = Whole("train", kept, all),
            Validation = Whole("validation", kept, all),
            LabelNoise = Number("labelNoise") ?? 0,
            ValidationLabelNoise = Number("validationLabelNoise") ?? 0,
            Noise = Number("noise"),
            Shift = Number("shift"),
            ValidationShift = Number("validationShift"),
            Size = Number("size"),
            Hand = Choice<Handwriting>("hand"),
            Margin = Number("margin"),
            Turns = Number("turns"),
            Lag = Whole("lag"),
            Shuffle = Choice<TextShuffle>("shuffle"),

            // All of them are no choice.
            Classes = classes is null || classes.Count == data.Classes.Count ? null : new(classes),
        };
        fields.RefuseOthers();
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
