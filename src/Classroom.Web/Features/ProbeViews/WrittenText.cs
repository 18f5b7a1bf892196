namespace Classroom.Web.Features.ProbeViews;

/// <summary>What a network wrote.</summary>
/// <param name="Prompt">What it was given to begin with.</param>
public sealed record WrittenText(string Prompt, string Text);
