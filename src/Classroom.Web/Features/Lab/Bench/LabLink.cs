using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Classroom.Training.Settings;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>A config within an address of the lab.</summary>
public static class LabLink
{
    /// <summary>Characters that are looked at: about three times what the largest config takes.</summary>
    public const int Longest = 4096;

    /// <summary>Below the address of the site.</summary>
    public static string Create(TrainingConfig config) => $"lab?config={Write(config)}";

    /// <summary>The bench with all that its address may say; what is empty is left out.</summary>
    /// <param name="config">As <see cref="Write"/> gives it.</param>
    /// <param name="from">The run whose settings it began with.</param>
    /// <param name="term">The term whose lesson sent the student.</param>
    public static string Create(string? config, string? from, string? term)
    {
        var query = new (string Name, string? Value)[] { ("config", config), ("from", from), ("term", term) }
            .Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}");
        return string.Join('?', new[] { "lab", string.Join('&', query) }.Where(part => part.Length > 0));
    }

    /// <summary>A config as the address holds it.</summary>
    public static string Write(TrainingConfig config) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(config.ToJson()));

    /// <summary>Some JSON, which may hold anything; null where it is none.</summary>
    public static JsonElement? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        var (json, _) = JsonText.Parse(Base64Url.DecodeFromChars(text));
        using (json)
        {
            return json?.RootElement.Clone();
        }
    }
}
