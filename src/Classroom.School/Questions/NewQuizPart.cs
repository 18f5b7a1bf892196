namespace Classroom.School.Questions;

/// <summary>A piece of a quiz that is to be stored: exactly one of the three.</summary>
/// <param name="QuestionId">A question of a bank.</param>
/// <param name="BuiltIn">A term's question, as <see cref="QuestionKey.OfTerm"/> writes it.</param>
/// <param name="Tag">To draw from one's own questions that have it.</param>
/// <param name="Count">How many to draw.</param>
public sealed record NewQuizPart(int? QuestionId = null, string? BuiltIn = null, string? Tag = null, int Count = 0);
