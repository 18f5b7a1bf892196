using Classroom.Training.Settings;

namespace Classroom.Training.Data;

/// <summary>A data set that this program draws or reads itself, and what it becomes with its options.</summary>
internal abstract class BuiltInDataSet
{
    private readonly Lazy<DataSet> whole;

    protected BuiltInDataSet(DataSetInfo info, params IReadOnlyList<DataOption> options)
    {
        Info = info;
        Options = options;
        whole = new(() => Build(new()));
    }

    /// <summary>What is known without drawing anything.</summary>
    public DataSetInfo Info { get; }

    public IReadOnlyList<DataOption> Options { get; }

    /// <summary>The data set without options, drawn on first use.</summary>
    public DataSet Whole => whole.Value;

    /// <summary>What is known of <paramref name="data"/> with these options.</summary>
    public virtual DataSetInfo With(DataSetInfo data, DataConfig options) =>
        data with { Train = options.Train ?? data.Train, Validation = options.Validation ?? data.Validation };

    /// <summary>
    /// <paramref name="data"/>, which is this data set or a part of it, with these options; wrong labels are not its business.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="data"/> does not hold as many examples.</exception>
    public virtual DataSet Apply(DataSet data, DataConfig options) => Build(options);

    /// <summary>Draws the data set with these options.</summary>
    protected abstract DataSet Build(DataConfig options);

    /// <summary>What was asked for, or else what the option of this name says.</summary>
    protected double Or(double? given, string option) =>
        given ?? Options.Single(o => o.Name == option).Default!.Value;
}
