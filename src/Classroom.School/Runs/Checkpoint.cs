namespace Classroom.School.Runs;

/// <summary>The state of a run from which it can go on.</summary>
/// <param name="Step">Training steps done.</param>
/// <param name="Data">Opaque to the school.</param>
/// <param name="Before">The step of the checkpoint that is kept beside this one, in case this one is damaged; all others go.</param>
public sealed record Checkpoint(int Step, byte[] Data, int? Before);
