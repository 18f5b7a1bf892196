using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Classroom.Runs.Cluster;

/// <summary>Leaves the trainers among the silos; none where no trainer is in the cluster, and the call then fails.</summary>
internal sealed class OnTrainersDirector(IClusterMembershipService membership) : IPlacementFilterDirector
{
    public IEnumerable<SiloAddress> Filter(PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        var members = membership.CurrentSnapshot.Members;
        return silos.Where(silo => members.TryGetValue(silo, out var member) && Trainers.IsTrainer(member.Name));
    }
}
