namespace Classroom.School.ItemAnalysis;

/// <summary>An answer, and how many attempts gave it.</summary>
/// <param name="Text">The words of the choice, or what was typed.</param>
/// <param name="Count">Where several choices can be picked, an attempt counts for each.</param>
public sealed record GivenAnswer(string Text, int Count, bool IsRight);
