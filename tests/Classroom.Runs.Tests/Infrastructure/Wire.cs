using System.Net;
using System.Net.Sockets;

namespace Classroom.Runs.Tests;

/// <summary>The way to a server on this machine, which a test can cut: connections break off, and new ones are refused.</summary>
internal sealed class Wire : IDisposable
{
    private readonly int target;
    private readonly Lock gate = new();
    private readonly List<TcpClient> ends = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);

    public Wire(int target)
    {
        this.target = target;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public int Port { get; }

    public void Cut()
    {
        lock (gate)
        {
            listener.Stop();
            foreach (var end in ends)
            {
                // Reset, as when the server's process has died.
                end.Client.LingerState = new LingerOption(true, 0);
                end.Dispose();
            }

            ends.Clear();
        }
    }

    public void Mend()
    {
        lock (gate)
        {
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
        }

        _ = AcceptAsync(listener);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener listening)
    {
        try
        {
            while (true)
            {
                var near = await listening.AcceptTcpClientAsync(CancellationToken.None);
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, target, CancellationToken.None);
                lock (gate)
                {
                    ends.AddRange([near, far]);
                }

                _ = CarryAsync(near, far);
                _ = CarryAsync(far, near);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private static async Task CarryAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), CancellationToken.None);
            to.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one end has closed.
        }
    }
}
