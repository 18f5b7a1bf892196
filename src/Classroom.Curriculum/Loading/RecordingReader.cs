using System.Text.Json;
using Classroom.Curriculum.Charts;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Reads a recording as plain data, strictly. Whether its configs can be trained and give these very curves is checked where the
/// training engine is at hand, by the test that records it again.
/// </summary>
internal sealed class RecordingReader(SourceFile file)
{
    private const string Completed = "Completed";
    private const string Diverged = "Diverged";

    /// <summary>The recording; null, with the faults noted, where anything is wrong with it.</summary>
    public Recording? Read()
    {
        // JSON is YAML too, and read as such it tells the line of every value.
        if (!IsJson() || YamlFile.Read(file, file.Text, "The recording") is not { } root)
        {
            return null;
        }
        var steps = root.OptionalWhole("steps", 2, 1000);
        var maps = root.Maps("runs", "run");
        root.RejectOthers();
        if (maps.Count is 0 or > Recording.MaxRuns)
        {
            root.Fault($"Of runs there are {maps.Count}; a recording has 1 to {Recording.MaxRuns}.");
        }
        List<RecordedRun> runs = [.. maps.Select((map, index) => ReadRun(map, index, steps))];
        return file.HasFaults ? null : new() { Runs = runs };
    }

    private bool IsJson()
    {
        try
        {
            using var json = JsonDocument.Parse(file.Text);
            return true;
        }
        catch (JsonException broken)
        {
            file.Fault(
                (int)(broken.LineNumber ?? 0) + 1, "This is not valid JSON; recordings are written by the training engine, not by hand.");
            return false;
        }
    }

    private static RecordedRun ReadRun(YamlFields fields, int index, int? recordedSteps)
    {
        var expected = Recording.NameOf(index);
        if (fields.Text("name") is { } name && name.Text != expected)
        {
            fields.Fault($"The runs are named A, B, C, D in this order; this one must be \"{expected}\", not \"{name.Text}\".", name.Line);
        }
        var config = fields.Map("config", "config");
        _ = config?.Text("dataset");
        var epochs = config?.Whole("epochs", 1, 1000);
        var outcome = fields.Text("outcome");
        if (outcome is not null && outcome.Text is not (Completed or Diverged))
        {
            fields.Fault($"\"outcome\" must be {Completed} or {Diverged}, not \"{outcome.Text}\".", outcome.Line);
        }
        var divergedAt = outcome?.Text == Diverged ? fields.Whole("divergedAt", 1, int.MaxValue) : null;
        var curve = fields.Maps("epochs", "epoch");
        var rows = curve.Select(ReadEpoch).ToList();
        CheckLength(fields, curve, epochs, outcome?.Text);
        var steps = recordedSteps is null ? [] : fields.Numbers("steps", 0, double.MaxValue);
        CheckSteps(fields, steps, recordedSteps, divergedAt ?? rows.LastOrDefault().Step, divergedAt is not null);
        fields.RejectOthers();
        return new() { Name = expected, Epochs = rows, Steps = steps, DivergedAt = divergedAt };
    }

    private static RecordedEpoch ReadEpoch(YamlFields fields, int index)
    {
        if (fields.Whole("epoch", 1, int.MaxValue) is { } epoch && epoch != index + 1)
        {
            fields.Fault($"The epochs are counted from 1 without a gap; this one must be {index + 1}, not {epoch}.");
        }
        var row = new RecordedEpoch(
            fields.Whole("step", 1, int.MaxValue) ?? 0,
            fields.Number("trainLoss", 0, double.MaxValue) ?? 0,
            fields.Number("valLoss", 0, double.MaxValue) ?? 0,
            fields.Number("trainAccuracy", 0, 1) ?? 0,
            fields.Number("valAccuracy", 0, 1) ?? 0);
        fields.RejectOthers();
        return row;
    }

    private static void CheckLength(YamlFields fields, IReadOnlyList<YamlFields> curve, int? epochs, string? outcome)
    {
        if (epochs is { } wanted && (outcome == Completed ? curve.Count != wanted : curve.Count > wanted))
        {
            fields.Fault($"The config has {wanted} epochs, but the curve has {curve.Count}; record the file again.");
        }
    }

    // A run that diverges leaves out the loss that is no number any more.
    private static void CheckSteps(YamlFields fields, IReadOnlyList<double> steps, int? recorded, int last, bool diverged)
    {
        var wanted = Math.Min(recorded ?? 0, last);
        if (recorded is not null && last > 0 && steps.Count != wanted && !(diverged && steps.Count == wanted - 1))
        {
            fields.Fault($"The losses of {wanted} steps are to be there, but \"steps\" has {steps.Count}; record the file again.");
        }
    }
}
