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

public sealed record OneAnswerResponse(int Choice) : Response;

public sealed record SeveralAnswersResponse(IReadOnlyList<int> Choices) : Response;

public sealed record TrueFalseResponse(bool Answer) : Response;

/// <param name="Text">As typed, so that a student sees again what she wrote.</param>
public sealed record NumberResponse(string Text) : Response;

/// <param name="Text">As typed.</param>
public sealed record ShortAnswerResponse(string Text) : Response;

/// <param name="Rights">For each left, in the file's order, the index of the right chosen for it, or null.</param>
public sealed record MatchingResponse(IReadOnlyList<int?> Rights) : Response;

/// <param name="Items">The items' indexes in the order the student gave them.</param>
public sealed record OrderingResponse(IReadOnlyList<int> Items) : Response;
