using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Classroom.EndToEnd;

/// <summary>The network between a laptop and the school's server, which can be lost, and which may let no WebSocket through.</summary>
public sealed class SchoolNetwork : IAsyncDisposable
{
    private const string Refused = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource ending = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private readonly bool blocksWebSockets;
    private readonly Lock gate = new();
    private readonly List<TcpClient> connections = [];
    private bool cut;
    private int refused;

    /// <param name="server">The address that lies behind it.</param>
    /// <param name="blocksWebSockets">As a content filter does: the handshake is answered with 403.</param>
    public SchoolNetwork(string server, bool blocksWebSockets = false)
    {
        (this.server, this.blocksWebSockets) = (new Uri(server), blocksWebSockets);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What the laptop takes for the server.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public int RefusedWebSockets => refused;

    /// <summary>What is under way is lost, and nothing new comes through; neither end is told.</summary>
    public void Lose()
    {
        lock (gate)
        {
            cut = true;
        }
    }

    /// <summary>New connections come through again; those from before are gone.</summary>
    public void Find()
    {
        lock (gate)
        {
            cut = false;
            connections.ForEach(connection => connection.Dispose());
            connections.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Dispose();
        Find();
    }

    private async Task AcceptAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(ending.Token));
            }
            catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over, or the browser has given up a connection before it was taken.
            }
        }
    }

    private async Task ServeAsync(TcpClient laptop)
    {
        using var behind = new TcpClient();
        lock (gate)
        {
            if (cut)
            {
                laptop.Dispose();
                return;
            }

            connections.AddRange([laptop, behind]);
        }

        try
        {
            await behind.ConnectAsync(server.Host, server.Port, ending.Token);
            var first = new byte[16 * 1024];
            var length = await laptop.GetStream().ReadAsync(first, ending.Token);
            // A handshake comes on a connection of its own, and fits in its first packet.
            if (blocksWebSockets
                && Encoding.ASCII.GetString(first, 0, length).Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase))
            {
                Interlocked.Increment(ref refused);
                await laptop.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Refused), ending.Token);
                return;
            }

            await behind.GetStream().WriteAsync(first.AsMemory(0, length), ending.Token);
            // Whoever ends first: what the other has already sent still arrives.
            var (up, down) = (PassAsync(laptop, behind), PassAsync(behind, laptop));
            await Task.WhenAny(up, down);
            await (up.IsCompleted ? down.WaitAsync(LastWords, ending.Token) : Task.CompletedTask);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException or TimeoutException)
        {
            // One of the two has left.
        }
        finally
        {
            laptop.Dispose();
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        var bytes = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(bytes, ending.Token) is > 0 and var length)
        {
            if (cut)
            {
                // Neither end is told: each waits for the other until its patience is at an end.
                await Task.Delay(Timeout.Infinite, ending.Token);
            }

            await to.GetStream().WriteAsync(bytes.AsMemory(0, length), ending.Token);
        }
    }
}
