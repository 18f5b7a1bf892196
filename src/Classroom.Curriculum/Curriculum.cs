using System.Collections.Frozen;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum;

/// <summary>All terms with their lessons and quizzes. Immutable, so one instance serves every thread.</summary>
/// <remarks>In code below another <c>Classroom.*</c> namespace the type is written <c>Curriculum.Curriculum</c>.</remarks>
public sealed class Curriculum
{
    private readonly FrozenDictionary<string, Term> bySlug;
    private readonly TermSearch search;

    internal Curriculum(IReadOnlyList<Term> terms)
    {
        Terms = terms;
        search = new TermSearch(terms);
        bySlug = terms.ToFrozenDictionary(term => term.Slug, StringComparer.Ordinal);
    }

    /// <summary>Where the build puts the content: <c>content/terms</c> beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "content", "terms");

    /// <summary>Every term after all its prerequisites; where that leaves a choice, by name.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The term with this slug, or null.</summary>
    public Term? Find(string? slug) => slug is null ? null : bySlug.GetValueOrDefault(slug);

    /// <summary>
    /// The terms that a reader may mean who typed <paramref name="query"/>, the best first; every term for an empty query.
    /// </summary>
    public IReadOnlyList<Term> Search(string? query) => search.Find(query);
}
