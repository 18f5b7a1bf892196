namespace Classroom.Web.Features.ProbeViews;

/// <summary>One number of one layer.</summary>
/// <param name="Name">Of its weight matrix in the network.</param>
/// <param name="Value">Null where it is not a number.</param>
public sealed record LayerValue(string Name, double? Value);
