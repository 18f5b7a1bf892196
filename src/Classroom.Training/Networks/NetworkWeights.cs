using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Classroom.Training.Data;
using Classroom.Training.Settings;

namespace Classroom.Training.Networks;

/// <summary>
/// The weights of a network in the safetensors format: 8 bytes with the length of a JSON header, the header, then the numbers.
/// It holds nothing that could be executed, and PyTorch, TensorFlow and JAX read it.
/// </summary>
/// <remarks>Format: https://huggingface.co/docs/safetensors.</remarks>
public sealed record NetworkWeights(IReadOnlyList<NamedTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    // Names in the metadata. "format" is what PyTorch's own reader looks for.
    private const string FormatKey = "format";
    private const string ConfigKey = "config";
    private const string DataKey = "data";
    private const string EpochKey = "epoch";
    private const int LengthBytes = 8;

    /// <summary>Most of a header; the library of the format allows as much.</summary>
    private const int LargestHeader = 100_000_000;

    /// <summary>How the network was trained, and so its shape.</summary>
    /// <exception cref="InvalidDataException">The file is not from this program.</exception>
    public TrainingConfig ReadConfig() => FromMetadata(ConfigKey, TrainingConfig.FromJson);

    /// <summary>
    /// The data set it was trained on, as its options had made it and without its examples: what a number that goes in means,
    /// and one that comes out.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not from this program.</exception>
    public DataSetInfo ReadData() =>
        FromMetadata(DataKey, json => JsonSerializer.Deserialize<DataSetInfo>(json, JsonSerializerOptions.Web));

    /// <summary>How many epochs the network had trained, with their fraction; null in files from before this was written down.</summary>
    public double? ReadEpoch() =>
        Metadata.TryGetValue(EpochKey, out var text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var epoch)
            && double.IsFinite(epoch)
            ? epoch
            : null;

    /// <summary>With what <see cref="ReadEpoch"/>, <see cref="ReadConfig"/> and <see cref="ReadData"/> read.</summary>
    internal static NetworkWeights Create(IReadOnlyList<NamedTensor> tensors, TrainingConfig config, DataSetInfo data, double epoch) => new(
        tensors,
        new Dictionary<string, string>
        {
            [FormatKey] = "pt",
            [ConfigKey] = config.ToJson(),
            [DataKey] = JsonSerializer.Serialize(data, JsonSerializerOptions.Web),
            [EpochKey] = epoch.ToString("R", CultureInfo.InvariantCulture),
        });

    public byte[] ToSafetensors()
    {
        var header = Header();
        var bytes = new byte[LengthBytes + header.Length + Tensors.Sum(tensor => tensor.Values.Length * sizeof(float))];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, LengthBytes);
        var at = LengthBytes + header.Length;
        foreach (var tensor in Tensors)
        {
            var values = MemoryMarshal.AsBytes(tensor.Values.AsSpan());
            values.CopyTo(bytes.AsSpan(at));
            at += values.Length;
        }

        return bytes;
    }

    /// <summary>Reads a file that this program has written, or another one with tensors of 32-bit floats.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged, cut short or hold other numbers.</exception>
    public static NetworkWeights FromSafetensors(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length < LengthBytes ? -1 : BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (length is < 2 or > LargestHeader || length > bytes.Length - LengthBytes)
        {
            throw new InvalidDataException("These bytes are no safetensors file: its header does not fit into it.");
        }

        var values = bytes[(LengthBytes + (int)length)..];
        var tensors = new List<NamedTensor>();
        var metadata = new Dictionary<string, string>();
        try
        {
            using var header = JsonDocument.Parse(bytes.Slice(LengthBytes, (int)length).ToArray());
            foreach (var entry in header.RootElement.EnumerateObject())
            {
                if (entry.Name == "__metadata__")
                {
                    metadata = entry.Value.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);
                    continue;
                }

                tensors.Add(Read(entry.Name, entry.Value, values));
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("The safetensors file is damaged: its header cannot be read.", fault);
        }

        return new(tensors, metadata);
    }

    /// <summary>
    /// Puts these weights into a network that begins where another has ended. What depends on other classes than it had keeps
    /// what was drawn: the output layer, and for text the embedding too.
    /// </summary>
    /// <exception cref="ArgumentException">They are the weights of a network of another shape.</exception>
    internal void CopyTo(FlatParameters parameters, DataSetInfo data)
    {
        var sameClasses = Metadata.ContainsKey(DataKey) && ReadData().Classes.SequenceEqual(data.Classes);
        var output = parameters.Windows[^1].Layer;
        var byName = Tensors.ToDictionary(tensor => tensor.Name);
        foreach (var window in parameters.Windows)
        {
            if (!sameClasses && (window.Layer == output || (data.Kind == DataSetKind.Text && window.Layer == 0)))
            {
                continue;
            }

            if (!byName.TryGetValue(window.Name, out var tensor) || !tensor.Shape.SequenceEqual(window.Shape))
            {
                throw new ArgumentException(
                    $"from: That run's network has another shape: '{window.Name}' does not fit.", nameof(parameters));
            }

            tensor.Values.CopyTo(parameters.Weights.Slice(window.First, window.Length));
        }
    }

    private T FromMetadata<T>(string key, Func<string, T?> read)
        where T : class
    {
        try
        {
            return (Metadata.TryGetValue(key, out var json) ? read(json) : null)
                ?? throw new InvalidDataException($"The safetensors file does not say what its network is: its metadata have no '{key}'.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"The safetensors file is damaged: the '{key}' in its metadata cannot be read.", fault);
        }
    }

    private static NamedTensor Read(string name, JsonElement entry, ReadOnlySpan<byte> values)
    {
        var shape = entry.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64()).ToArray();
        var (from, to) = (entry.GetProperty("data_offsets")[0].GetInt32(), entry.GetProperty("data_offsets")[1].GetInt32());
        var count = shape.Aggregate(1L, (product, side) => checked(product * side));
        if (entry.GetProperty("dtype").GetString() != "F32" || from < 0 || to > values.Length || to - (long)from != count * sizeof(float))
        {
            throw new InvalidDataException($"The safetensors file is damaged: the tensor '{name}' does not fit into it.");
        }

        return new(name, shape, MemoryMarshal.Cast<byte, float>(values[from..to]).ToArray());
    }

    // Padded with spaces to a multiple of 8 bytes, as the format's own writer does, so that the numbers lie aligned.
    private byte[] Header()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (key, value) in Metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            var at = 0;
            foreach (var tensor in Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (var side in tensor.Shape)
                {
                    json.WriteNumberValue(side);
                }

                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += tensor.Values.Length * sizeof(float));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        while (stream.Length % 8 != 0)
        {
            stream.WriteByte((byte)' ');
        }

        return stream.ToArray();
    }
}
