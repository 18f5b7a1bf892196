using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.Measures;
using Classroom.Training.Probes;
using Classroom.Web.Features.Charts.Statistics;

namespace Classroom.Web.Tests;

/// <summary>
/// Trains the configs of a recording and says what came of it, in the form of the file. Its curves are the lab's own table: mean values of
/// an epoch's examples, validation at its end.
/// </summary>
internal static class ChartRecorder
{
    // People read these files.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="recording">
    /// A recording, or the beginning of one: <c>runs</c> with a <c>config</c> each, and <c>steps</c> if those are wanted.
    /// </param>
    public static JsonObject Record(JsonObject recording)
    {
        var steps = (int?)recording["steps"];
        var result = new JsonObject();
        if (steps is not null)
        {
            result["steps"] = steps;
        }

        result["runs"] = new JsonArray([.. recording["runs"]!.AsArray().Select((run, index) => Run(run!["config"]!, index, steps))]);
        return result;
    }

    /// <summary>One line an epoch, so that a changed curve can be seen in a comparison of two versions.</summary>
    public static string Write(JsonObject recording)
    {
        var text = new StringBuilder("{\n");
        if (recording["steps"] is { } steps)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"steps\": {steps},\n");
        }

        text.Append("  \"runs\": [\n")
            .AppendJoin(",\n", recording["runs"]!.AsArray().Select(run => Write(run!.AsObject(), "    ")))
            .Append("\n  ]\n}\n");
        return text.ToString();
    }

    private static string Write(JsonObject run, string indent) =>
        $"{indent}{{\n{string.Join(",\n", run.Select(property => $"{indent}  \"{property.Key}\": {Write(property.Key, property.Value!, indent)}"))}\n{indent}}}";

    private static string Write(string key, JsonNode value, string indent) => key == "epochs"
        ? $"[\n{string.Join(",\n", value.AsArray().Select(row => $"{indent}    {row!.ToJsonString(Plain)}"))}\n{indent}  ]"
        : value.ToJsonString(Plain);

    private static JsonNode Run(JsonNode json, int index, int? steps)
    {
        var reading = TrainingConfigReader.Read(
            JsonSerializer.SerializeToElement(json), new(), id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id));
        Assert.True(
            reading.IsValid,
            $"Config {index + 1}: {string.Join(" ", reading.Errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"))}");
        var curve = new Curve(EpochSteps.Create(reading.Config, reading.Steps, reading.TrainExamples));
        using var run = new TrainingRun(reading.Config, BuiltInDataSets.Get(reading.Config.Dataset)!);
        while (!run.Finished)
        {
            run.Advance(curve);
        }

        var result = new JsonObject
        {
            ["name"] = ((char)('A' + index)).ToString(),
            ["config"] = JsonNode.Parse(reading.Config.ToJson()),
            ["outcome"] = run.Outcome.ToString(),
        };
        if (run.Outcome == RunOutcome.Diverged)
        {
            result["divergedAt"] = run.Step;
        }

        result["epochs"] = new JsonArray([.. curve.Summary.Rows.Where(row => row.ValLoss is { } loss && double.IsFinite(loss))
            .Select(row => Epoch(row, run.Steps / run.Epochs))]);
        if (steps is { } wanted)
        {
            result["steps"] = new JsonArray(
                [.. curve.StepLosses.Take(wanted).Where(float.IsFinite).Select(loss => JsonValue.Create(loss))]);
        }

        return result;
    }

    private static JsonNode Epoch(EpochRow row, int stepsPerEpoch) => new JsonObject
    {
        ["epoch"] = row.Number,
        ["step"] = row.Number * stepsPerEpoch,
        ["trainLoss"] = (float)row.TrainLoss!,
        ["valLoss"] = (float)row.ValLoss!,
        ["trainAccuracy"] = (float)row.TrainAccuracy!,
        ["valAccuracy"] = (float)row.ValAccuracy!,
    };

    private sealed class Curve(EpochSteps perEpoch) : ITrainingSink
    {
        public CurveSummary Summary { get; } = new(perEpoch);

        public List<float> StepLosses { get; } = [];

        public void Point(MetricPoint point)
        {
            Summary.Add(point);
            if (point.TrainLoss is { } loss)
            {
                StepLosses.Add(loss);
            }
        }

        public void Frame(ProbeFrame frame)
        {
        }
    }
}
