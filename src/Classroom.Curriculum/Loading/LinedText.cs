namespace Classroom.Curriculum.Loading;

/// <summary>A text and the line it starts on.</summary>
internal sealed record LinedText(string Text, int Line);
