namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>What the characters of a text mean, as its prefix in brackets says.</summary>
internal enum GiftFormat
{
    /// <summary>HTML where it has tags, otherwise plain; what Moodle takes a text for that has no prefix.</summary>
    Moodle,
    Html,
    Markdown,
    Plain,
}
