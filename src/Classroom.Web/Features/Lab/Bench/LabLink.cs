using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Classroom.Training;

namespace Classroom.Web.Features.Lab.Bench;

/// <summary>A config within an address of the lab.</summary>
public static class LabLink
{
    /// <summary>Characters that are looked at: about three times what the largest config takes.</summary>
    public const int Longest = 4096;

    /// <summary>Below the address of the site.</summary>
    public static string Of(TrainingConfig config) => $"lab?config={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(config.ToJson()))}";

    /// <summary>Some JSON, which may hold anything; null where it is none.</summary>
    public static JsonElement? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
