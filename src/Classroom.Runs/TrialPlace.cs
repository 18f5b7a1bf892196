namespace Classroom.Runs;

/// <summary>Where a run belongs in a walk through an experiment; up to four runs of one trial train side by side.</summary>
/// <param name="TrialId">The trial, which must be its owner's newest of that experiment.</param>
/// <param name="Name">What the run is called within the experiment, such as "40 pictures"; at most 60 characters.</param>
public sealed record TrialPlace(Guid TrialId, string Name);
