namespace Classroom.Web.Features.Quizzes;

/// <summary>
/// A response to a question of whichever kind: each has one field beside its kind; <see cref="ResponseFields"/> reads it.
/// </summary>
/// <param name="Kind">Of the question.</param>
/// <param name="Choice">A place.</param>
/// <param name="Choices">Places.</param>
/// <param name="Answer">Whether it is true.</param>
/// <param name="Text">A number or words, as typed.</param>
/// <param name="Rights">For each left, a place.</param>
/// <param name="Items">Places in order.</param>
public sealed record ResponseShape(
    string? Kind,
    int? Choice,
    IReadOnlyList<int>? Choices,
    bool? Answer,
    string? Text,
    IReadOnlyList<int?>? Rights,
    IReadOnlyList<int>? Items);
