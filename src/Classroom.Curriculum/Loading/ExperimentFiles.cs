using Classroom.Curriculum.Experiments;

namespace Classroom.Curriculum.Loading;

/// <summary>A term's experiments as files: <c>experiment.yaml</c>, and <c>experiment-name.yaml</c> for each further one.</summary>
internal static class ExperimentFiles
{
    private const string Main = "experiment.yaml";
    private const string FurtherStart = "experiment-";
    private const string End = ".yaml";

    // The store has room for no longer id.
    private const int LongestId = 64;

    /// <summary>Whether a file directly in a term's folder is one of its experiments.</summary>
    public static bool IsOne(string file) =>
        file == Main || (file.StartsWith(FurtherStart, StringComparison.Ordinal) && file.EndsWith(End, StringComparison.Ordinal));

    /// <summary>The names of a term's further experiments, in order.</summary>
    public static IReadOnlyList<string> ListFurther(string folder, string slug) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, slug), $"{FurtherStart}*{End}")
            .Select(path => Path.GetFileName(path)[FurtherStart.Length..^End.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The term's own experiment; null where there is none.</summary>
    public static Experiment? ReadMain(string folder, string slug, List<ContentError> errors) =>
        File.Exists(Path.Combine(folder, slug, Main)) ? Read(folder, $"{slug}/{Main}", slug, errors) : null;

    /// <summary>Its further experiments.</summary>
    public static IReadOnlyList<Experiment> ReadFurther(string folder, TermDraft draft, List<ContentError> errors)
    {
        var found = new List<Experiment>();
        foreach (var name in draft.FurtherExperiments)
        {
            var (file, id) = ($"{draft.Slug}/{FurtherStart}{name}{End}", $"{draft.Slug}/{name}");
            if (!TermDraft.IsSlug(name))
            {
                errors.Add(
                    new(file, 0, "Name a further experiment in small letters, digits and single hyphens: experiment-time-lag.yaml."));
            }
            if (id.Length > LongestId)
            {
                errors.Add(new(file, 0, $"The id of this experiment, {id}, has {id.Length} characters; at most {LongestId} fit."));
            }
            if (!File.Exists(Path.Combine(folder, draft.Slug, Main)))
            {
                errors.Add(new(file, 0, $"This is a further experiment, but the term has no {Main}."));
            }
            if (Read(folder, file, id, errors) is { } experiment)
            {
                found.Add(experiment);
            }
        }
        return found;
    }

    private static Experiment? Read(string folder, string file, string id, List<ContentError> errors) =>
        SourceFile.Read(folder, file, errors) is { } source ? new ExperimentReader(source, id).Read() : null;
}
