using System.Net;
using System.Net.Sockets;

namespace Classroom.Web.Hosting.Circuits;

/// <summary>Who wants a place: a signed-in person at an address.</summary>
public sealed record CircuitVisitor(string Person, string Address)
{
    public static CircuitVisitor Create(string person, IPAddress? address) => new(person, Group(address));

    /// <summary>An IPv6 client chooses among all addresses of its /64 network, so these count as one.</summary>
    private static string Group(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
