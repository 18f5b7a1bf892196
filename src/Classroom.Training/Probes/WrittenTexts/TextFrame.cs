namespace Classroom.Training.Probes.WrittenTexts;

/// <summary>A text that the network wrote.</summary>
/// <param name="Prompt">What it was given to begin with.</param>
/// <param name="Text">What it wrote after the prompt.</param>
public sealed record TextFrame(string Prompt, string Text) : FrameContent;
