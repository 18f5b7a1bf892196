namespace Classroom.Web.Features.Runs;

/// <summary>Whether the weights of a run that has ended are stored.</summary>
/// <param name="RunId">The run.</param>
/// <param name="AreStored">They can be downloaded.</param>
public sealed record StoredWeights(Guid RunId, bool AreStored);
