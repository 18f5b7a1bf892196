using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Training.Probes;

/// <summary>
/// Writes frames short: numbers with four significant digits, what there is not left out, no escapes that only a web page's
/// source would need.
/// </summary>
internal static class FrameJson
{
    // A name that a student has to recognise; the data set knows all of it.
    private const int LongestName = 24;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ShortNumber() },
    };

    public static string Write(object frame) => JsonSerializer.Serialize(frame, Options);

    public static IEnumerable<string> Names(IEnumerable<string> names) => names.Select(Shorten);

    private static string Shorten(string name)
    {
        if (name.Length <= LongestName)
        {
            return name;
        }

        var end = char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1;
        return name[..end] + "…";
    }

    /// <summary>JSON has no word for infinite or not a number: null.</summary>
    private sealed class ShortNumber : JsonConverter<float>
    {
        public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetSingle();

        public override void Write(Utf8JsonWriter writer, float value, JsonSerializerOptions options)
        {
            if (!float.IsFinite(value))
            {
                writer.WriteNullValue();
                return;
            }

            Span<byte> digits = stackalloc byte[16];
            value.TryFormat(digits, out var length, "G4", CultureInfo.InvariantCulture);
            writer.WriteRawValue(digits[..length], skipInputValidation: true);
        }
    }
}
