namespace Classroom.Web.Features.Charts.Statistics;

/// <summary>A setting against the first one, with the same seeds.</summary>
/// <param name="Pairs">Seeds with which both are over.</param>
/// <param name="Better">Pairs in which this setting was better than the first.</param>
/// <param name="Worse">Pairs in which it was worse.</param>
/// <param name="Mean">Of the differences, this one minus the first.</param>
/// <param name="Low">The smallest of them.</param>
/// <param name="High">The largest of them.</param>
public sealed record PairedComparison(int Pairs, int Better, int Worse, double Mean, double Low, double High);
