namespace Classroom.Web.Features.ProbeViews;

/// <summary>What the network made of one picture.</summary>
/// <param name="Error">The mean squared difference of pixels from 0 to 1.</param>
public sealed record ReconstructionsCopy(string Address, double? Error);
