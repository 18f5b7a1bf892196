namespace Classroom.Runs.Cluster;

/// <summary>This process among the others.</summary>
public sealed record RunsNode
{
    public NodeRoles Roles { get; init; } = NodeRoles.Both;

    /// <summary>Where the nodes find each other; null for a process that does everything alone.</summary>
    public ClusterSettings? Cluster { get; init; }

    public bool ShowsRuns => Roles.HasFlag(NodeRoles.Web);

    public bool Trains => Roles.HasFlag(NodeRoles.Trainer);
}
