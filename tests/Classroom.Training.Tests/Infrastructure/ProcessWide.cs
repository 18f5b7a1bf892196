namespace Classroom.Training.Tests;

/// <summary>Tests that switch oneDNN, which all of a process shares: they run while no other test computes.</summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
