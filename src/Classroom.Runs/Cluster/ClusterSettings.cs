namespace Classroom.Runs.Cluster;

/// <summary>How a node joins the others.</summary>
public sealed record ClusterSettings
{
    /// <summary>A PostgreSQL database that School.Postgres has migrated; all nodes that use it are one cluster.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The IP address at which the other nodes reach this one; null for the one from which it reaches the database.</summary>
    public string? Address { get; init; }

    /// <summary>The TCP port at which the other nodes reach this one; 0 for one that <see cref="NodeEndpoint"/> chooses.</summary>
    public int SiloPort { get; init; }

    /// <summary>Tells apart the nodes of one machine, and is the same after a restart: where it serves, for example.</summary>
    public string Key { get; init; } = "";
}
