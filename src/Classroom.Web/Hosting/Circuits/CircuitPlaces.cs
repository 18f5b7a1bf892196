using System.Net;
using System.Net.Sockets;

namespace Classroom.Web.Hosting.Circuits;

/// <summary>Which limit leaves no place.</summary>
public enum FullFor
{
    Person,
    Address,
}

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

/// <summary>Counts the places taken by each person and at each address.</summary>
public sealed class CircuitPlaces(int perPerson, int perAddress)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> people = [];
    private readonly Dictionary<string, int> addresses = [];

    /// <summary>The limit that leaves no place now; null where there is one.</summary>
    public FullFor? Full(CircuitVisitor visitor)
    {
        lock (gate)
        {
            return people.GetValueOrDefault(visitor.Person) >= perPerson ? FullFor.Person
                : addresses.GetValueOrDefault(visitor.Address) >= perAddress ? FullFor.Address
                : null;
        }
    }

    /// <summary>A place until it is disposed of; null where none is left.</summary>
    public IDisposable? Take(CircuitVisitor visitor)
    {
        lock (gate)
        {
            if (Full(visitor) is not null)
            {
                return null;
            }

            people[visitor.Person] = people.GetValueOrDefault(visitor.Person) + 1;
            addresses[visitor.Address] = addresses.GetValueOrDefault(visitor.Address) + 1;
            return new Place(this, visitor);
        }
    }

    private void Leave(CircuitVisitor visitor)
    {
        lock (gate)
        {
            Decrease(people, visitor.Person);
            Decrease(addresses, visitor.Address);
        }
    }

    private static void Decrease(Dictionary<string, int> counts, string key)
    {
        if (--counts[key] == 0)
        {
            counts.Remove(key);
        }
    }

    private sealed class Place(CircuitPlaces places, CircuitVisitor visitor) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                places.Leave(visitor);
            }
        }
    }
}
