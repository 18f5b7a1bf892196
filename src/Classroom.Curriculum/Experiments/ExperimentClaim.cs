namespace Classroom.Curriculum.Experiments;

/// <summary>What the experiment shows, in words and as checks of what was measured.</summary>
/// <param name="Checks">None where only <see cref="ExperimentHands"/> can show it.</param>
public sealed record ExperimentClaim(string Text, IReadOnlyList<ExperimentCheck> Checks);
