using System.Data.Common;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;

namespace Classroom.Runs.Cluster;

/// <summary>Chooses where the other nodes reach this one, as far as the settings do not say it.</summary>
public static class NodeEndpoint
{
    /// <summary>Orleans' usual port for silos.</summary>
    public const int UsualPort = 11111;

    private const int FirstLocalPort = 20000;
    private const int LocalPorts = 4000;
    private const int PostgresPort = 5432;

    /// <exception cref="NodeEndpointException">The address is not this machine's, or another node has the port.</exception>
    public static IPEndPoint Choose(ClusterSettings settings)
    {
        var address = settings.Address is { } given ? IPAddress.Parse(given) : TowardsDatabase(settings.ConnectionString);
        if (settings.SiloPort == 0 && IPAddress.IsLoopback(address))
        {
            return new(address, FreeLocalPort($"{settings.Key} {settings.ConnectionString}"));
        }

        var endpoint = new IPEndPoint(address, settings.SiloPort > 0 ? settings.SiloPort : UsualPort);
        Check(endpoint);
        return endpoint;
    }

    /// <summary>
    /// Orleans would share a port that another node listens on, and declare that node dead for an older self of this one.
    /// </summary>
    private static void Check(IPEndPoint endpoint)
    {
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            socket.Listen();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new NodeEndpointException(
                $"Another program, perhaps another node, listens at {endpoint} already: end it, or choose another port with "
                    + "Classroom__Node__SiloPort.",
                fault);
        }
        catch (SocketException fault)
        {
            throw new NodeEndpointException(
                $"This node cannot listen at {endpoint} ({fault.Message}): name an IP address of this machine with "
                    + "Classroom__Node__Address, or leave it out.",
                fault);
        }
    }

    /// <summary>
    /// The address of this machine from which it reaches its database: all nodes reach that one, so they reach each other
    /// there. Loopback where the database is on this machine.
    /// </summary>
    private static IPAddress TowardsDatabase(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var hosts = parts.TryGetValue("Host", out var host) || parts.TryGetValue("Server", out host) ? host.ToString()! : "";
        var first = hosts.Split(',')[0].Trim();
        if (first.Length == 0 || first.StartsWith('/') || first.StartsWith('@'))
        {
            return IPAddress.Loopback; // a Unix socket
        }

        try
        {
            // Connecting a UDP socket sends nothing: it only asks the routing table.
            using var socket = new UdpClient(first.Split(':')[0], PostgresPort);
            return ((IPEndPoint)socket.Client.LocalEndPoint!).Address;
        }
        catch (SocketException)
        {
            return IPAddress.Loopback; // no such host: whatever needs the database will say so
        }
    }

    /// <summary>
    /// A free port, and the same one again after a restart: a node that comes back at its old address tells the others at
    /// once that its predecessor is dead. Two nodes that start at the same moment hardly ever choose the same, unlike with
    /// "the first that is free".
    /// </summary>
    private static int FreeLocalPort(string key)
    {
        var hash = 2166136261u; // FNV-1a, because string.GetHashCode differs in each process
        foreach (var value in Encoding.UTF8.GetBytes(key))
        {
            hash = (hash ^ value) * 16777619u;
        }

        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
        return Enumerable.Range(0, LocalPorts)
            .Select(offset => FirstLocalPort + (int)((hash + (uint)offset) % LocalPorts))
            .First(port => !taken.Contains(port));
    }
}
