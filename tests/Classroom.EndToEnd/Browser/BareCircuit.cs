using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Classroom.EndToEnd;

/// <summary>A program that is no browser at the hub of interactive pages: as little of Blazor's protocol as opens a circuit.</summary>
public sealed partial class BareCircuit : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;

    private readonly ClientWebSocket socket = new();
    private readonly MemoryStream heard = new();

    private BareCircuit()
    {
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The status with which the server answers a WebSocket that is asked for with these headers.</summary>
    public static async Task<int> KnockAsync(ClassroomServer server, params (string Name, string Value)[] headers)
    {
        await using var circuit = new BareCircuit();
        try
        {
            await circuit.ConnectAsync(server, headers);
        }
        catch (WebSocketException)
        {
            // Refused: the status tells how.
        }

        return (int)circuit.socket.HttpStatusCode;
    }

    /// <summary>What the server answers a browser that can unpack compressed messages.</summary>
    public static async Task<string> NegotiateCompressionAsync(ClassroomServer server, string cookies)
    {
        await using var circuit = new BareCircuit();
        circuit.socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        await circuit.ConnectAsync(server, [("Cookie", cookies)]);
        return string.Join("; ", circuit.socket.HttpResponseHeaders!["Sec-WebSocket-Extensions"]);
    }

    /// <summary>A connection that has shaken hands, and no circuit yet.</summary>
    public static async Task<BareCircuit> ConnectAsync(ClassroomServer server, string cookies)
    {
        var circuit = new BareCircuit();
        await circuit.ConnectAsync(server, [("Cookie", cookies)]);
        await circuit.socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, Ct);
        await circuit.HearAsync(text => text.Contains((char)RecordEnd));
        return circuit;
    }

    /// <summary>Asks for a circuit; its secret, or null where the server gives none.</summary>
    public async Task<string?> StartAsync(ClassroomServer server)
    {
        // [1: invocation, no headers, its id, the method, the arguments, no streams], in MessagePack and with its length before it.
        List<byte> message = [
            0x96,
            1,
            0x80,
            .. Text("1"),
            .. Text("StartCircuit"),
            0x94,
            .. Text($"{server.Address}/"),
            .. Text($"{server.Address}/lab"),
            .. Text("[]"),
            .. Text(""),
            0x90
        ];
        message.Insert(0, checked((byte)message.Count));
        await socket.SendAsync(message.ToArray(), WebSocketMessageType.Binary, true, Ct);
        var answer = await HearAsync(text => Completion().IsMatch(text));
        return Completion().Match(answer).Groups["secret"] is { Success: true } secret ? secret.Value : null;
    }

    /// <summary>True once the server has ended the connection.</summary>
    public async Task<bool> IsRefusedAsync()
    {
        await HearAsync(_ => false);
        return socket.State is WebSocketState.CloseReceived or WebSocketState.Closed or WebSocketState.Aborted;
    }

    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <summary>The connection is lost; the server finds that out by itself.</summary>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ConnectAsync(ClassroomServer server, IEnumerable<(string Name, string Value)> headers)
    {
        socket.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(new Uri(server.Address.Replace("http://", "ws://", StringComparison.Ordinal) + "/_blazor"), Ct);
    }

    /// <summary>All that was heard since the beginning, as soon as it is enough or the connection has ended.</summary>
    private async Task<string> HearAsync(Func<string, bool> enough)
    {
        var buffer = new byte[16 * 1024];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Waiting.Longest);
        while (!enough(Heard()))
        {
            try
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(), limit.Token);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                heard.Write(buffer, 0, got.Count);
            }
            catch (WebSocketException)
            {
                break;
            }
        }

        return Heard();
    }

    private string Heard() => Encoding.Latin1.GetString(heard.ToArray());

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length < 32 ? [(byte)(0xa0 | bytes.Length), .. bytes] : [0xd9, (byte)bytes.Length, .. bytes];
    }

    // [3: completion, no headers, "1", then 2 for nothing or 3 and a result, which is nothing or a text after its length].
    [GeneratedRegex(@"\x03\x80\xa11(\x02|\x03(\xc0|(\xd9.|\xda..)(?<secret>[A-Za-z0-9_\-]{100,})))", RegexOptions.Singleline)]
    private static partial Regex Completion();
}
