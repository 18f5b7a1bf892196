using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Classroom.Runs.Telemetry;

namespace Classroom.Runs.Tests.Telemetry;

/// <summary>Listens to the meter of one classroom, as an exporter does.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Recorded> recorded = new();

    public RecordedMetrics(IMeterFactory ofClassroom)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == RunMetrics.MeterName && instrument.Meter.Scope == ofClassroom)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    public IReadOnlyList<Recorded> All => [.. recorded];

    /// <summary>What was recorded as it happened.</summary>
    public IReadOnlyList<double> Of(string instrument) => [.. recorded.Where(one => one.Instrument == instrument).Select(one => one.Value)];

    /// <summary>What an instrument that is asked says now.</summary>
    public IReadOnlyList<Recorded> Ask(string instrument)
    {
        recorded.Clear();
        listener.RecordObservableInstruments();
        return [.. recorded.Where(one => one.Instrument == instrument)];
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        recorded.Enqueue(new(instrument.Name, instrument.Unit, value, tags.ToArray().ToDictionary()));
}

internal sealed record Recorded(string Instrument, string? Unit, double Value, IReadOnlyDictionary<string, object?> Tags);
