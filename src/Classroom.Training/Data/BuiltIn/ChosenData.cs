using Classroom.Training.Settings;

namespace Classroom.Training.Data.BuiltIn;

/// <summary>What a config makes of its data set.</summary>
public static class ChosenData
{
    /// <summary>What is known of a data set with a config's options, such as how many training examples there are.</summary>
    /// <param name="config">Its options are those of <see cref="TrainingConfig.Data"/>.</param>
    /// <param name="info">The whole data set.</param>
    public static DataSetInfo Choose(this TrainingConfig config, DataSetInfo info) => DataOptions.Sizes(info, config.Data);

    /// <summary>The examples as a run of a config has them: chosen, drawn and labeled as <see cref="TrainingConfig.Data"/> says.</summary>
    /// <param name="config">What the run trains with.</param>
    /// <param name="dataSet">The whole data set.</param>
    /// <exception cref="ArgumentException">It has no such options, or not as many examples.</exception>
    public static DataSet Choose(this TrainingConfig config, DataSet dataSet) => DataOptions.Apply(dataSet, config.Data);
}
