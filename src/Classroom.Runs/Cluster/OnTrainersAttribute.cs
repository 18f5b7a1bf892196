using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Classroom.Runs.Cluster;

/// <summary>Has a grain live on trainers only. Orleans' own filters compare with the caller, which is a web node here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnTrainersAttribute() : PlacementFilterAttribute(new OnTrainersStrategy());

/// <summary>The filter of <see cref="OnTrainersAttribute"/>, as grain types name it.</summary>
public sealed class OnTrainersStrategy() : PlacementFilterStrategy(order: 0);

/// <summary>Leaves the trainers among the silos; none where no trainer is in the cluster, and the call then fails.</summary>
internal sealed class OnTrainersDirector(IClusterMembershipService membership) : IPlacementFilterDirector
{
    public IEnumerable<SiloAddress> Filter(PlacementFilterStrategy filterStrategy, PlacementTarget target, IEnumerable<SiloAddress> silos)
    {
        var members = membership.CurrentSnapshot.Members;
        return silos.Where(silo => members.TryGetValue(silo, out var member) && Trainers.IsTrainer(member.Name));
    }
}
