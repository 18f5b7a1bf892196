using System.Text.Json.Serialization;

namespace Classroom.Curriculum.Quizzes;

/// <summary>
/// What a student answered. Choices, rights and items are named by their index in the file, never by where they stood on the screen.
/// A response may hold anything (indexes out of range, doubles, the wrong kind): grading ignores what makes no sense.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OneAnswerResponse), "one-answer")]
[JsonDerivedType(typeof(SeveralAnswersResponse), "several-answers")]
[JsonDerivedType(typeof(TrueFalseResponse), "true-false")]
[JsonDerivedType(typeof(NumberResponse), "number")]
[JsonDerivedType(typeof(ShortAnswerResponse), "short-answer")]
[JsonDerivedType(typeof(MatchingResponse), "matching")]
[JsonDerivedType(typeof(OrderingResponse), "ordering")]
public abstract record Response;
