namespace Classroom.School.Questions;

/// <summary>What an import has stored.</summary>
public sealed record ImportedQuestions(IReadOnlyList<int> Ids);
