namespace Classroom.Web.Hosting.Circuits;

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
