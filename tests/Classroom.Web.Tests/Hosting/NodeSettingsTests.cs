using Classroom.Runs.Cluster;
using Classroom.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Classroom.Web.Tests.Hosting;

public sealed class NodeSettingsTests
{
    [Theory]
    [InlineData("web", NodeRoles.Web)]
    [InlineData("trainer", NodeRoles.Trainer)]
    [InlineData("web,trainer", NodeRoles.Both)]
    [InlineData(" Trainer , WEB ,", NodeRoles.Both)]
    public void Each_set_of_roles_is_understood_with_PostgreSQL(string roles, NodeRoles expected)
    {
        var settings = Settings(roles, DatabaseProvider.Postgres);
        Assert.Equal(expected, settings.Node.ParseRoles());
        Assert.Empty(Faults(settings));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("worker")]
    [InlineData("web;trainer")]
    [InlineData("web,trainer,gpu")]
    public void Any_other_role_is_refused_by_name(string roles) =>
        Assert.StartsWith(
            $"Classroom__Node__Roles is '{roles}': give 'web'",
            Assert.Single(Faults(Settings(roles, DatabaseProvider.Postgres))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("web")]
    [InlineData("trainer")]
    public void SQLite_is_for_one_process_only(string roles)
    {
        var fault = Assert.Single(Faults(Settings(roles, DatabaseProvider.Sqlite)));
        Assert.Contains("SQLite", fault, StringComparison.Ordinal);
        Assert.Contains("Classroom__Database__Provider=Postgres", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SQLite_does_with_both_roles() => Assert.Empty(Faults(Settings("web,trainer", DatabaseProvider.Sqlite)));

    [Theory]
    [InlineData("trainer-1", 0, "Classroom__Node__Address")]
    [InlineData("0.0.0.0", 0, "Classroom__Node__Address")]
    [InlineData("::", 0, "Classroom__Node__Address")]
    [InlineData(null, -1, "Classroom__Node__SiloPort")]
    [InlineData(null, 65536, "Classroom__Node__SiloPort")]
    public void An_address_or_port_at_which_nobody_can_be_reached_is_refused_by_name(string? address, int port, string setting)
    {
        var settings = Settings("web", DatabaseProvider.Postgres);
        (settings.Node.Address, settings.Node.SiloPort) = (address, port);
        Assert.StartsWith(setting, Assert.Single(Faults(settings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.5", 11111)]
    [InlineData("fd00::5", 1)]
    [InlineData("", 65535)]
    public void An_address_and_a_port_of_this_machine_are_taken(string address, int port)
    {
        var settings = Settings("trainer", DatabaseProvider.Postgres);
        (settings.Node.Address, settings.Node.SiloPort) = (address, port);
        Assert.Empty(Faults(settings));
    }

    private static ClassroomSettings Settings(string roles, DatabaseProvider provider) => new()
    {
        Node = new NodeSettings { Roles = roles },
        Database = new DatabaseSettings { Provider = provider },
    };

    private static IEnumerable<string> Faults(ClassroomSettings settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Classroom"] = "Host=localhost" })
            .Build();
        return new ClassroomSettingsValidation(configuration).Validate(null, settings).Failures ?? [];
    }
}
