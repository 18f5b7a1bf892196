using Classroom.Curriculum.Quizzes;
using Classroom.School.People;

namespace Classroom.School.Questions;

/// <summary>
/// A question that a teacher wrote or brought along. What it asks lies in its versions, which never change: an attempt keeps the one that
/// it was given.
/// </summary>
public sealed class OwnQuestion : IVersioned
{
    public const int MostPerAuthor = 5_000;

    public const int LongestText = 4_000;

    public const int LongestSearchText = 4_500;

    public const int MostTags = 10;

    public int Id { get; init; }

    public int AuthorId { get; init; }

    public User Author { get; init; } = null!;

    /// <summary>Of the current version, as are the two texts.</summary>
    public required QuestionKind Kind { get; set; }

    /// <summary>What it asks, in words.</summary>
    public required string Text { get; set; }

    /// <summary>Its title and its words in lower case: neither database ignores case beyond A to Z by itself.</summary>
    public required string SearchText { get; set; }

    /// <summary>The number of the current version, counted from 1.</summary>
    public int Number { get; set; } = 1;

    public required DateTime ChangedUtc { get; set; }

    /// <summary>When it left the bank; attempts keep it.</summary>
    public DateTime? RemovedUtc { get; set; }

    public int Version { get; set; }

    public List<QuestionTag> Tags { get; } = [];

    public List<QuestionVersion> Versions { get; } = [];
}
