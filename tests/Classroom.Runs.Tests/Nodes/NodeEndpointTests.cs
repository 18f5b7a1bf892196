using System.Net;
using System.Net.Sockets;

namespace Classroom.Runs.Tests;

public sealed class NodeEndpointTests
{
    [Theory]
    [InlineData("Host=localhost;Database=classroom")]
    [InlineData("Server=127.0.0.1;Port=5433;Database=classroom")]
    [InlineData("Host=127.0.0.1:5433,10.0.0.1;Database=classroom")]
    [InlineData("Host=/var/run/postgresql;Database=classroom")]
    [InlineData("Database=classroom")]
    [InlineData("Host=no-such-host.invalid;Database=classroom")]
    public void Beside_its_database_a_node_is_for_its_own_machine_only(string connection) =>
        Assert.True(IPAddress.IsLoopback(NodeEndpoint.Choose(new ClusterSettings { ConnectionString = connection }).Address));

    [Fact]
    public void What_is_set_is_taken() =>
        Assert.Equal(
            new IPEndPoint(IPAddress.Parse("10.1.2.3"), 4711),
            NodeEndpoint.Choose(new ClusterSettings { ConnectionString = "Host=localhost", Address = "10.1.2.3", SiloPort = 4711 }));

    [Fact]
    public void A_machine_of_its_own_has_the_usual_port() =>
        Assert.Equal(
            new IPEndPoint(IPAddress.Parse("10.1.2.3"), NodeEndpoint.UsualPort),
            NodeEndpoint.Choose(new ClusterSettings { ConnectionString = "Host=localhost", Address = "10.1.2.3" }));

    [Fact]
    public void On_one_machine_a_node_gets_its_own_port_again_and_never_one_that_is_taken()
    {
        var settings = new ClusterSettings { ConnectionString = "Host=localhost;Database=classroom", Key = $"{Guid.NewGuid()}" };
        var port = NodeEndpoint.Choose(settings).Port;
        Assert.Equal(port, NodeEndpoint.Choose(settings).Port);
        Assert.True(Enumerable.Range(0, 20).Select(i => NodeEndpoint.Choose(settings with { Key = $"{i}" }).Port).Distinct().Count() > 15);

        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();
        Assert.NotEqual(port, NodeEndpoint.Choose(settings).Port);
    }
}
