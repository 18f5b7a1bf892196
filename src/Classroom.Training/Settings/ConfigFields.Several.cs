using System.Text.Json;

namespace Classroom.Training.Settings;

internal sealed partial class ConfigFields
{
    /// <summary>Several of the options, none twice, in the order of <paramref name="options"/>. Null, without a fault, where nothing is given.</summary>
    public IReadOnlyList<string>? Several(string name, int fewest, IReadOnlyList<string> options)
    {
        if (Find(name, required: false) is not { } json)
        {
            return null;
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() is var count && (count < fewest || count > options.Count))
        {
            faults.Add(Key(name), $"Must be a list of {fewest} to {options.Count} of {Names(options)}; it is {Quote(json)}.");
            return null;
        }

        var chosen = new HashSet<string>();
        foreach (var (index, item) in json.EnumerateArray().Index())
        {
            if (item.ValueKind != JsonValueKind.String || Text(item.GetString) is not { } text || !options.Contains(text))
            {
                faults.Add(Key(name), $"Entry {index + 1} must be one of {Names(options)}; it is {Quote(item)}.");
            }
            else if (!chosen.Add(text))
            {
                faults.Add(Key(name), $"Entry {index + 1} is given twice: {Quote(item)}. Keep one.");
            }
        }

        return chosen.Count == count ? [.. options.Where(chosen.Contains)] : null;
    }

    private static string Names(IEnumerable<string> options) => string.Join(", ", options.Select(option => $"\"{option}\""));
}
