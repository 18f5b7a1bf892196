using Classroom.School;

namespace Classroom.Runs;

/// <summary>
/// The nodes that train, as this node sees them. A silo's name says what it does, because the name comes with the
/// membership itself: Orleans' silo metadata is fetched from each silo later, and a fetch that fails while a trainer
/// starts would hide it for minutes.
/// </summary>
public sealed class Trainers(IClusterMembershipService membership, ILocalSiloDetails self)
{
    /// <summary>For people whose run waits for a trainer.</summary>
    public const string NonePresent = "No trainer is running at the moment. The run is kept and goes on by itself as soon as one is there.";

    private const string Role = "trainer";

    /// <summary>True while this node itself is one of the cluster.</summary>
    public bool Joined => membership.CurrentSnapshot.GetSiloStatus(self.SiloAddress) == SiloStatus.Active;

    /// <summary>Grows whenever a node comes, goes or dies.</summary>
    public long Version => membership.CurrentSnapshot.Version.Value;

    public int Count => membership.CurrentSnapshot.Members.Values.Count(member => member.Status == SiloStatus.Active && IsTrainer(member.Name));

    public bool Any => Count > 0;

    /// <summary>What to tell people of a run in this state, where it is not the run's own fault; null where there is nothing to tell.</summary>
    public string? Explain(RunState state) => state is RunState.Queued or RunState.Running && !Any ? NonePresent : null;

    internal static string NameOf(RunsNode node, int port) => $"{(node.ShowsRuns ? "web " : "")}{(node.Trains ? $"{Role} " : "")}on {Environment.MachineName}:{port}";

    internal static bool IsTrainer(string? siloName) => siloName is not null && siloName.Split(" on ")[0].Split(' ').Contains(Role);
}
