namespace Classroom.School.Assignments;

/// <summary>The run to beat: the most accurate that another student has handed in, and of equals the one with the fewest weights.</summary>
/// <param name="Accuracy">On the validation examples, 0 to 1.</param>
/// <param name="Weights">Weights and biases.</param>
public sealed record TaskRival(double Accuracy, double Weights);
