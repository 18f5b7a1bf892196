using Classroom.School.Runs;

namespace Classroom.Runs.Cluster;

/// <summary>
/// The nodes that train, as this node sees them. A silo's name says what it does, because the name comes with the
/// membership itself: Orleans' silo metadata is fetched from each silo later, and a fetch that fails while a trainer
/// starts would hide it for minutes.
/// </summary>
public sealed class Trainers(IClusterMembershipService membership, ILocalSiloDetails self)
{
    /// <summary>For people whose run waits for a trainer.</summary>
    public const string NonePresent =
        "No trainer is running at the moment. The run is kept and continues by itself as soon as one is there.";

    /// <summary>For people whose run waits because the nodes that should train compute wrongly.</summary>
    public const string NoneFit =
        "Training is off at the moment: the server failed its own arithmetic check, and a wrong number would be worse than none. "
            + "Your run is kept and trains by itself as soon as the server has been fixed. Please tell your teacher.";

    private const string Role = "trainer";

    // One word, so that who only looks for trainers does not find it.
    private const string UnfitRole = "unfit-trainer";

    /// <summary>True while this node itself is one of the cluster.</summary>
    public bool Joined => membership.CurrentSnapshot.GetSiloStatus(self.SiloAddress) == SiloStatus.Active;

    /// <summary>Grows whenever a node comes, goes or dies.</summary>
    public long Version => membership.CurrentSnapshot.Version.Value;

    public int Count => CountMembers(Role);

    /// <summary>Nodes that should train and do not, because their engine computes wrongly.</summary>
    public int Unfit => CountMembers(UnfitRole);

    public bool Any => Count > 0;

    /// <summary>Why nothing can be trained at the moment, for people; null where a trainer is there.</summary>
    public string? Absence => Any ? null : Unfit > 0 ? NoneFit : NonePresent;

    /// <summary>
    /// What to tell people of a run in this state, where it is not the run's own fault; null where there is nothing to tell.
    /// </summary>
    public string? Explain(RunState state) => state is RunState.Queued or RunState.Running ? Absence : null;

    /// <param name="node">What the node is meant to do.</param>
    /// <param name="isFit">Whether it computes correctly; counts only for a node that is meant to train.</param>
    /// <param name="port">The silo's.</param>
    internal static string CreateSiloName(RunsNode node, bool isFit, int port) =>
        $"{(node.ShowsRuns ? "web " : "")}{(node.Trains ? $"{(isFit ? Role : UnfitRole)} " : "")}on {Environment.MachineName}:{port}";

    internal static bool IsTrainer(string? siloName) => Has(siloName, Role);

    private static bool Has(string? siloName, string role) => siloName is not null && siloName.Split(" on ")[0].Split(' ').Contains(role);

    private int CountMembers(string role) => membership.CurrentSnapshot.Members.Values
        .Count(member => member.Status == SiloStatus.Active && Has(member.Name, role));
}
