namespace Classroom.Training.Data.Import;

/// <summary>One answer to an <see cref="ImportQuestion"/>.</summary>
/// <param name="Value">What to send in the form field.</param>
/// <param name="Text">For people.</param>
public sealed record ImportAnswer(string Value, string Text);
