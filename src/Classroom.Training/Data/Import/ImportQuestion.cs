namespace Classroom.Training.Data.Import;

/// <summary>What the importer cannot know. Nothing is stored before it is answered.</summary>
/// <param name="Field">The form field that answers it: header, separator, labelColumn, encoding or classFolder.</param>
/// <param name="Message">What was found and what is asked, as sentences.</param>
/// <param name="Answers">What can be chosen, the likeliest first.</param>
public sealed record ImportQuestion(string Field, string Message, IReadOnlyList<ImportAnswer> Answers);
