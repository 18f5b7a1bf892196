using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Classroom.Training.Settings.Values;

/// <summary>A number within bounds, both of them allowed unless <see cref="IsAboveLeast"/>.</summary>
public sealed record RealNumber(double Least, double Most) : SettingType
{
    /// <summary>The lower bound itself is not allowed.</summary>
    public bool IsAboveLeast { get; init; }

    /// <summary>At most so many decimals in a description.</summary>
    public int Decimals { get; init; } = 10;

    internal override JsonNode? Read(JsonElement json, Action<string> fault)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value)
            && value <= Most && (IsAboveLeast ? value > Least : value >= Least))
        {
            return value;
        }

        fault($"Must be a number {(IsAboveLeast ? $"above {Least} and up to" : $"from {Least} to")} {Most}; it is {JsonText.Quote(json)}.");
        return null;
    }

    // Not "-0", which JSON may hold.
    public override string ToText(JsonNode value) => value.GetValue<double>() == 0 ? "0" : value.ToString();

    public override string Describe(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture).ToString("0." + new string('#', Decimals), CultureInfo.CurrentCulture);
}
