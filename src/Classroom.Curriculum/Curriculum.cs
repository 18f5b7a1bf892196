using System.Collections.Frozen;
using Classroom.Curriculum.Experiments;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum;

/// <summary>All terms with their lessons and quizzes. Immutable, so one instance serves every thread.</summary>
/// <remarks>In code below another <c>Classroom.*</c> namespace the type is written <c>Curriculum.Curriculum</c>.</remarks>
public sealed class Curriculum
{
    private readonly FrozenDictionary<string, Term> bySlug;
    private readonly FrozenDictionary<string, Experiment> experimentsById;
    private readonly TermSearch search;

    internal Curriculum(IReadOnlyList<Term> terms)
    {
        Terms = terms;
        search = new TermSearch(terms);
        bySlug = terms.ToFrozenDictionary(term => term.Slug, StringComparer.Ordinal);
        Experiments = [.. terms.Where(term => term.HasExperiment).SelectMany(term => term.FurtherExperiments.Prepend(term.Experiment!))];
        experimentsById = Experiments.ToFrozenDictionary(experiment => experiment.Id, StringComparer.Ordinal);
    }

    /// <summary>Where the build puts the content: <c>content/terms</c> beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "content", "terms");

    /// <summary>Every term after all its prerequisites; where that leaves a choice, by name.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The experiments of all terms, in the order of <see cref="Terms"/>.</summary>
    public IReadOnlyList<Experiment> Experiments { get; }

    /// <summary>The term with this slug, or null.</summary>
    public Term? Find(string? slug) => slug is null ? null : bySlug.GetValueOrDefault(slug);

    /// <summary>The experiment with this <see cref="Experiment.Id"/>, or null.</summary>
    public Experiment? FindExperiment(string? id) => id is null ? null : experimentsById.GetValueOrDefault(id);

    /// <summary>
    /// The terms that a reader may mean who typed <paramref name="query"/>, the best first; every term for an empty query.
    /// </summary>
    public IReadOnlyList<Term> Search(string? query) => search.Find(query);
}
