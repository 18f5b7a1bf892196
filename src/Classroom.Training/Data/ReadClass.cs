namespace Classroom.Training.Data;

/// <summary>A class of a data set, and how many examples it has.</summary>
/// <param name="Name">The label.</param>
/// <param name="Train">Training examples.</param>
/// <param name="Validation">Validation examples.</param>
public sealed record ReadClass(string Name, int Train, int Validation);
