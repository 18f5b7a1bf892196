namespace Classroom.Curriculum.Experiments;

/// <summary>The rows or the columns of a sweep.</summary>
/// <param name="Setting">Where in a config the values stand, such as <c>optimizer.learningRate</c>.</param>
/// <param name="Label">What the setting is called.</param>
/// <param name="Names">What each value is called, in order.</param>
public sealed record SweepAxis(string Setting, string Label, IReadOnlyList<string> Names);
