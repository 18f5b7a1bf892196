namespace Classroom.Training.Settings.Values;

/// <summary>Collects what is wrong with a config, by field.</summary>
internal sealed class ConfigFaults
{
    private readonly SortedDictionary<string, List<string>> faults = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public void Add(string field, string message)
    {
        if (!faults.TryGetValue(field, out var messages))
        {
            faults[field] = messages = [];
        }

        messages.Add(message);
        Count++;
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        faults.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
}
