using System.Net;
using Classroom.Web.Hosting.Circuits;
using Classroom.Web.Hosting.Settings;

namespace Classroom.Web.Tests.Hosting;

public sealed class CircuitPlacesTests
{
    private static readonly IPAddress SchoolAddress = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void A_school_of_300_behind_one_address_has_room()
    {
        var settings = new CircuitSettings();
        var places = new CircuitPlaces(settings.PerPerson, settings.PerAddress);

        for (var person = 0; person < 300; person++)
        {
            for (var tab = 0; tab < 5; tab++)
            {
                Assert.NotNull(places.Take(CircuitVisitor.Create($"student {person}", SchoolAddress)));
            }
        }
    }

    [Fact]
    public void One_person_cannot_take_the_places_of_the_others()
    {
        var places = new CircuitPlaces(perPerson: 2, perAddress: 100);
        var greedy = CircuitVisitor.Create("greedy", SchoolAddress);
        var first = places.Take(greedy)!;
        Assert.NotNull(places.Take(greedy with { Address = "her phone's" }));

        Assert.Equal(FullFor.Person, places.Full(greedy));
        Assert.Null(places.Take(greedy));
        Assert.NotNull(places.Take(CircuitVisitor.Create("another", SchoolAddress)));

        // A place is left once, however often it is said.
        first.Dispose();
        first.Dispose();
        Assert.NotNull(places.Take(greedy));
        Assert.Null(places.Take(greedy));
    }

    [Fact]
    public void One_address_cannot_take_the_places_of_the_others()
    {
        var places = new CircuitPlaces(perPerson: 2, perAddress: 3);
        var taken = Enumerable.Range(0, 3).Select(person => places.Take(CircuitVisitor.Create($"{person}", SchoolAddress))).ToList();
        Assert.DoesNotContain(null, taken);
        var fourth = CircuitVisitor.Create("3", SchoolAddress);

        Assert.Equal(FullFor.Address, places.Full(fourth));
        Assert.Null(places.Take(fourth));
        Assert.NotNull(places.Take(CircuitVisitor.Create("3", IPAddress.Parse("203.0.113.8"))));
        taken[0]!.Dispose();
        Assert.NotNull(places.Take(fourth));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void A_client_counts_as_one_whichever_of_its_addresses_it_uses(string one, string other, bool same) =>
        Assert.Equal(same, CircuitVisitor.Create("a", IPAddress.Parse(one)) == CircuitVisitor.Create("a", IPAddress.Parse(other)));
}
