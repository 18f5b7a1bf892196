using Orleans.Placement;

namespace Classroom.Runs.Cluster;

/// <summary>Has a grain live on trainers only. Orleans' own filters compare with the caller, which is a web node here.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnTrainersAttribute() : PlacementFilterAttribute(new OnTrainersStrategy());
