using Classroom.Runs.Cluster;

namespace Classroom.Web.Hosting.Settings;

/// <summary>Section <c>Classroom:Node</c>.</summary>
public sealed class NodeSettings
{
    /// <summary>What this process does: <c>web</c>, <c>trainer</c> or both, separated by commas.</summary>
    public string Roles { get; set; } = "web,trainer";

    /// <summary>The IP address at which the other nodes reach this one; empty for the one from which it reaches the database.</summary>
    public string? Address { get; set; }

    /// <summary>The TCP port at which the other nodes reach this one; 0 for 11111, or on one machine for a free one.</summary>
    public int SiloPort { get; set; }

    /// <summary>Null where <see cref="Roles"/> names anything else, or nothing.</summary>
    public NodeRoles? ParseRoles()
    {
        var roles = NodeRoles.None;
        foreach (var word in Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.ToLowerInvariant())
            {
                case "web":
                    roles |= NodeRoles.Web;
                    break;
                case "trainer":
                    roles |= NodeRoles.Trainer;
                    break;
                default:
                    return null;
            }
        }

        return roles == NodeRoles.None ? null : roles;
    }
}
