using System.Net;
using System.Net.Sockets;
using Classroom.Runs.Cluster;

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
    public void What_is_set_is_taken_unless_another_program_listens_there()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = (IPEndPoint)other.LocalEndpoint;
        var settings = new ClusterSettings { ConnectionString = "Host=localhost", Address = "127.0.0.1", SiloPort = taken.Port };
        Assert.Contains(
            "Classroom__Node__SiloPort",
            Assert.Throws<NodeEndpointException>(() => NodeEndpoint.Choose(settings)).Message,
            StringComparison.Ordinal);

        other.Stop();
        Assert.Equal(taken, NodeEndpoint.Choose(settings));
    }

    [Fact]
    public void An_address_of_another_machine_is_refused_with_what_to_do()
    {
        // 192.0.2.0/24 is for documentation: no machine has it.
        var settings = new ClusterSettings { ConnectionString = "Host=localhost", Address = "192.0.2.1" };
        var message = Assert.Throws<NodeEndpointException>(() => NodeEndpoint.Choose(settings)).Message;
        Assert.Contains($"192.0.2.1:{NodeEndpoint.UsualPort}", message, StringComparison.Ordinal);
        Assert.Contains("Classroom__Node__Address", message, StringComparison.Ordinal);
    }

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
