namespace Classroom.Runs.Cluster;

/// <summary>What this process does: shows runs, trains them, or both.</summary>
[Flags]
public enum NodeRoles
{
    None = 0,
    Web = 1,
    Trainer = 2,
    Both = Web | Trainer,
}
