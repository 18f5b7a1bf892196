namespace Classroom.Training.Settings;

/// <summary>Collects what is wrong with a config, by field.</summary>
internal sealed class ConfigFaults
{
    private readonly SortedDictionary<string, List<string>> faults = new(StringComparer.Ordinal);

    public bool None => faults.Count == 0;

    public void Add(string field, string message)
    {
        if (!faults.TryGetValue(field, out var messages))
        {
            faults[field] = messages = [];
        }

        messages.Add(message);
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() =>
        faults.ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
}
