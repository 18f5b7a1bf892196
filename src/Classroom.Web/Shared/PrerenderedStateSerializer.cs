using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Shared;

/// <summary>
/// Compressed JSON. The browser sends the state of all parts of a page back in the one message that opens their circuit. SignalR
/// refuses messages over 32 KiB, and the circuit would not open: so what is too large is not handed over, and is read again. The same
/// goes for what another version of the program has written.
/// </summary>
public sealed class PrerenderedStateSerializer<T> : PersistentComponentStateSerializer<PrerenderedState<T>>
    where T : class
{
    /// <summary>Of one part of a page. Encryption and Base64, twice, make it almost twice as large.</summary>
    public const int MostBytes = 4 * 1024;

    // The loss of a run that diverged may be infinite.
    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public override void Persist(PrerenderedState<T> value, IBufferWriter<byte> writer)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, value, Options);
        }

        if (compressed.Length <= MostBytes)
        {
            writer.Write(compressed.GetBuffer().AsSpan(0, (int)compressed.Length));
        }
    }

    /// <returns>Null where nothing can be restored, as the framework expects it of a property that was not persisted.</returns>
    public override PrerenderedState<T> Restore(ReadOnlySequence<byte> data)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
            return data.IsEmpty ? null! : JsonSerializer.Deserialize<PrerenderedState<T>>(brotli, Options)!;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null!;
        }
    }
}
