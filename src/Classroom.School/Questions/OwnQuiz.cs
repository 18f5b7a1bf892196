using System.Globalization;
using Classroom.Curriculum.Terms;
using Classroom.School.People;

namespace Classroom.School.Questions;

/// <summary>
/// A quiz that a teacher put together. Attempts and assignments name it by its <see cref="SlugOf"/>, as they name a term's.
/// </summary>
public sealed class OwnQuiz : IVersioned
{
    public const int LongestTitle = 120;

    public const int MostPerAuthor = 500;

    /// <summary>Of one attempt.</summary>
    public const int MostQuestions = 60;

    public int Id { get; init; }

    public int AuthorId { get; init; }

    public User Author { get; init; } = null!;

    public required string Title { get; set; }

    /// <summary>Students may practice it too, which shows them the answers.</summary>
    public bool AllowsPractice { get; set; }

    public required DateTime ChangedUtc { get; set; }

    /// <summary>When its author removed it; what was assigned goes on.</summary>
    public DateTime? RemovedUtc { get; set; }

    public int Version { get; set; }

    public List<QuizPart> Parts { get; } = [];

    /// <summary>How attempts and assignments name it: <c>own-12</c>, which no term can be called.</summary>
    public static string SlugOf(int id) => string.Create(CultureInfo.InvariantCulture, $"{Term.OwnQuizPrefix}{id}");

    /// <summary>The quiz that a slug names; null where it names a term's.</summary>
    public static int? IdOf(string slug) =>
        slug.StartsWith(Term.OwnQuizPrefix, StringComparison.Ordinal)
        && int.TryParse(slug.AsSpan(Term.OwnQuizPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && SlugOf(id) == slug
            ? id
            : null;

    /// <summary>Whether it names one at all, or what looks like one.</summary>
    public static bool IsOwn(string slug) => slug.StartsWith(Term.OwnQuizPrefix, StringComparison.Ordinal);
}
