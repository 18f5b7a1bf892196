using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Classroom.Training.Probes.Rounds;

/// <summary>Frames as JSON, for the store and the API: short numbers, what there is not left out, no escapes that only a web page's
/// source would need.</summary>
public static class FrameJson
{
    private static readonly FrameContext Context = new(new JsonSerializerOptions(FrameContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The JSON of a frame.</summary>
    public static string Write(FrameContent content) => JsonSerializer.Serialize(content, content.GetType(), Context);

    /// <summary>Reads what <see cref="Write"/> wrote, also in an earlier version.</summary>
    /// <typeparam name="TContent">The record of the frame's kind.</typeparam>
    /// <exception cref="JsonException">The text is no frame of this kind.</exception>
    public static TContent Read<TContent>(string json)
        where TContent : FrameContent =>
            (TContent)(JsonSerializer.Deserialize(json, typeof(TContent), Context) ?? throw new JsonException("The frame is null."));

    /// <summary>JSON has no word for infinite or not a number: null.</summary>
    internal sealed class ShortSingle : JsonConverter<float>
    {
        public override bool HandleNull => true;

        public override float Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? float.NaN : reader.GetSingle();

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

    /// <summary>As precise as what the network computes with.</summary>
    internal sealed class ShortDouble : JsonConverter<double>
    {
        private static readonly ShortSingle Single = new();

        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
            Single.Write(writer, (float)value, options);
    }
}
