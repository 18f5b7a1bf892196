using Orleans.Placement;

namespace Classroom.Runs.Cluster;

/// <summary>The filter of <see cref="OnTrainersAttribute"/>, as grain types name it.</summary>
public sealed class OnTrainersStrategy() : PlacementFilterStrategy(order: 0);
