using System.Text.Json;

namespace Classroom.Training;

/// <summary>Reads a config that anyone may have written.</summary>
public static class TrainingConfigReader
{
    /// <summary>Reads and checks the whole config; collects every fault and never throws, whatever the JSON is.</summary>
    /// <param name="json">The config.</param>
    /// <param name="limits">What the run may cost; counted before anything is built.</param>
    /// <param name="dataSets">Finds a data set by id; null when there is none.</param>
    public static ConfigReading Read(JsonElement json, TrainingLimits limits, Func<string, DataSetInfo?> dataSets) =>
        throw new NotImplementedException();
}
