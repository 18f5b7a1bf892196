using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Classroom.Web.Hosting;

/// <summary>Where the program is to listen, as far as the addresses and ports in its settings say it.</summary>
internal static class ListeningAddresses
{
    /// <summary>
    /// Finds out whether another program listens there before anything starts: the web server starts last, and what had
    /// started by then would have its say first.
    /// </summary>
    /// <exception cref="IOException">One does; in the web server's words.</exception>
    public static void RequireFree(IConfiguration configuration)
    {
        // These would take the place of the addresses; only the web server reads them.
        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            return;
        }

        foreach (var address in AddressesOf(configuration))
        {
            RequireFree(address);
        }
    }

    private static IEnumerable<string> AddressesOf(IConfiguration configuration) =>
        configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls
            ? Words(urls)
            : Words(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}")
                .Concat(Words(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"));

    private static string[] Words(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void RequireFree(string address)
    {
        var binding = BindingAddress.Parse(address);
        if (binding.IsUnixPipe || binding.IsNamedPipe || binding.Port == 0)
        {
            return;
        }

        // A name that is no address means every address of this machine.
        var host = binding.Host == "localhost"
            ? IPAddress.Loopback
            : IPAddress.TryParse(binding.Host, out var given) ? given : IPAddress.Any;
        var endpoint = new IPEndPoint(host, binding.Port);
        using var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(endpoint);
            socket.Listen();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException(
                $"Failed to bind to address {address}: address already in use.", new AddressInUseException(fault.Message, fault));
        }
        catch (SocketException)
        {
            // Whatever else is wrong with the address, the web server says.
        }
    }
}
