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
