namespace Classroom.Training;

/// <summary>The options of data sets: which there are, and what a data set becomes with them.</summary>
internal static class DataOptions
{
    // The same for all runs, so that two runs that differ in something else learn from the same wrong labels.
    private const int NoiseSeed = 4_711;

    /// <summary>Reads the object <c>data</c> of a config, and names every option that the data set does not have.</summary>
    /// <returns>Null where nothing is asked for or something is wrong.</returns>
    public static DataConfig? Read(ConfigFields fields, DataSetInfo data)
    {
        if (data.Id != DigitsDataSet.Info.Id)
        {
            fields.RefuseAll($"The data set \"{data.Id}\" has no such option; it is always used as it is.");
            return null;
        }

        // One picture of each class at least, since the digits take turns.
        var train = fields.Whole("train", data.Classes.Count, data.Train, required: false);
        var validation = fields.Whole("validation", data.Classes.Count, data.Validation, required: false);
        var labelNoise = fields.Number("labelNoise", 0, 1, fallback: 0);
        fields.RefuseOthers();
        var config = new DataConfig { Train = train, Validation = validation, LabelNoise = labelNoise ?? 0 };
        return config.IsDefault ? null : config;
    }

    /// <summary>The sizes of <paramref name="data"/> with these options, for what is counted before anything is built.</summary>
    public static DataSetInfo Sizes(DataSetInfo data, DataConfig? options) => data with
    {
        Train = options?.Train ?? data.Train,
        Validation = options?.Validation ?? data.Validation,
    };

    /// <summary>The data set with these options; the same instance as long as a run holds it, so that runs share its tensors.</summary>
    /// <exception cref="ArgumentException">There are no options for data of this kind, or not as many examples.</exception>
    public static DataSet Apply(DataSet data, DataConfig? options) =>
        options is null ? data : DataVariants.Get(data, options, Build);

    private static DataSet Build(DataSet data, DataConfig options)
    {
        var (train, validation) = (options.Train ?? data.Train, options.Validation ?? data.Validation);
        if (data.Kind != DataSetKind.Image || train > data.Train || validation > data.Validation)
        {
            throw new ArgumentException($"The data set '{data.Id}' cannot be used with these options.", nameof(options));
        }

        var size = data.Shape[0] * data.Shape[1];
        byte[] labels = [.. data.Labels.Span[..train], .. data.Labels.Span.Slice(data.Train, validation)];
        Confuse(labels.AsSpan(0, train), data.Classes.Count, options.LabelNoise);
        return data with
        {
            Train = train,
            Validation = validation,
            Values = (byte[])[.. data.Values.Span[..(train * size)], .. data.Values.Span.Slice(data.Train * size, validation * size)],
            Labels = labels,
        };
    }

    /// <summary>Exactly this share of the labels becomes wrong. With a larger share, the same ones and more: runs that differ in the share differ in nothing else.</summary>
    private static void Confuse(Span<byte> labels, int classes, double share)
    {
        var random = new Random(NoiseSeed);
        var order = Enumerable.Range(0, labels.Length).ToArray();
        random.Shuffle(order);
        foreach (var example in order.AsSpan(0, (int)Math.Round(share * labels.Length)))
        {
            labels[example] = (byte)((labels[example] + random.Next(1, classes)) % classes);
        }
    }
}
