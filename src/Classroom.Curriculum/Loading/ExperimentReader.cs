using System.Text.RegularExpressions;
using Classroom.Curriculum.Experiments;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Reads an experiment; its runs are read by <see cref="ExperimentRunsReader"/>, its prediction by <see cref="PredictionReader"/>, its
/// questions and claim by <see cref="ExperimentQuestionsReader"/>.
/// </summary>
/// <param name="file">Its text.</param>
/// <param name="id">The <see cref="Experiment.Id"/>.</param>
internal sealed class ExperimentReader(SourceFile file, string id)
{
    /// <summary>The experiment, with faults noted; null if the file holds none at all.</summary>
    public Experiment? Read()
    {
        if (YamlFile.Read(file, file.Text, "The experiment") is not { } root)
        {
            return null;
        }
        var (title, question) = (root.Plain("title"), root.Plain("question"));
        var hands = root.OptionalText("hands") is { } text ? KebabNames<ExperimentHands>.Find(root, "hands", text) : null;
        var budget = root.OptionalWhole("budget", 1, 1000);
        if (budget is not null != (hands == ExperimentHands.Build))
        {
            root.Fault("\"budget\" belongs to \"hands: build\", and that needs it.");
        }
        var (baseRun, runs, sweep) = ExperimentRunsReader.Read(root);
        var questions = new ExperimentQuestionsReader(
            root, [.. runs.Select(run => run.Name)], sweep is not null, hands == ExperimentHands.Build);
        var experiment = new Experiment
        {
            Id = id,
            Title = title,
            Question = question,
            Hands = hands,
            Budget = budget,
            Prediction = new PredictionReader(root, [.. runs.Select(run => run.Name)], questions).Read(),
            Base = baseRun,
            Runs = runs,
            Sweep = sweep,
            Views = Views(root),
            Measure = ExperimentQuestionsReader.Measure(root),
            Questions = questions.Questions(),
            Claim = questions.Claim(),
        };
        root.RejectOthers();
        return experiment;
    }

    private static List<ExperimentView> Views(YamlFields root)
    {
        var names = root.Texts("views");
        root.AtLeast(1, names.Count, "views");
        root.Distinct(names.Select(name => name.Text), "views");
        return [.. names.Select(name => KebabNames<ExperimentView>.Find(root, "views", name)).OfType<ExperimentView>()];
    }
}

/// <summary>The values of an enum as content names them: <c>LossSurface</c> is <c>loss-surface</c>.</summary>
internal static partial class KebabNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName =
        Enum.GetValues<T>().ToDictionary(value => Capital().Replace(value.ToString(), "-$0").ToLowerInvariant(), StringComparer.Ordinal);

    public static T? Find(YamlFields fields, string key, LinedText text)
    {
        if (ByName.TryGetValue(text.Text, out var value))
        {
            return value;
        }
        fields.Fault($"\"{key}\" cannot be \"{text.Text}\"; there are {string.Join(", ", ByName.Keys)}.", text.Line);
        return null;
    }

    [GeneratedRegex("(?<=.)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
