using Classroom.Curriculum.Experiments;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads what is asked before an experiment's runs, and how the runs answer it.</summary>
internal sealed class PredictionReader(YamlFields root, IReadOnlyList<string> runs, ExperimentQuestionsReader questions)
{
    public ExperimentPrediction Read()
    {
        if (root.Map("predict", "predict") is not { } fields)
        {
            return new("", [], null);
        }
        var prompt = fields.Plain("prompt");
        var choices = fields.Texts("choices").Select(text => fields.Plain("choices", text)).ToList();
        fields.AtLeast(ChoiceReader.MinChoices, choices.Count, "choices");
        fields.Distinct(choices, "choices");
        fields.RejectOthers();
        return new(prompt, choices, root.Map("answer", "answer") is { } answer ? Rule(answer, choices) : null);
    }

    private PredictionRule? Rule(YamlFields fields, List<string> choices)
    {
        var kind = fields.Text("kind");
        PredictionRule rule;
        switch (kind?.Text)
        {
            case "pick-run":
                rule = PickRun(fields, choices);
                break;
            case "cases":
                var cases = fields.Maps("cases", "case");
                fields.AtLeast(1, cases.Count, "cases");
                rule = new CasesRule([.. cases.Select(one => Case(one, choices))]);
                break;
            case { } other:
                fields.Fault($"There is no kind \"{other}\" of answer to a prediction; there are pick-run, cases.", kind.Line);
                return null;
            default:
                return null;
        }
        fields.RejectOthers();
        return rule;
    }

    private PickRunRule PickRun(YamlFields fields, List<string> choices)
    {
        var rule = new PickRunRule(
            ExperimentQuestionsReader.Measure(fields),
            ExperimentQuestionsReader.Level(fields),
            ExperimentQuestionsReader.IsHighest(fields),
            Runs(fields, "of"),
            fields.Has("minus") ? Runs(fields, "minus") : null,
            fields.Has("alike") ? fields.Number("alike", 0, double.MaxValue) : null,
            fields.Has("none") ? fields.Number("none", double.MinValue, double.MaxValue) : null);
        if (rule.Choices != choices.Count)
        {
            fields.Fault($"The answer tells {rule.Choices} choices apart, but the prediction has {choices.Count}: a run for each, then "
                + "\"alike\", then \"none\".");
        }
        if (rule.Minus is { } minus && minus.Count != rule.Of.Count)
        {
            fields.Fault($"\"minus\" needs a run for each of \"of\"; here are {minus.Count} and {rule.Of.Count}.");
        }
        return rule;
    }

    private PredictionCase Case(YamlFields fields, List<string> choices)
    {
        var choice = fields.Text("choice");
        if (choice is not null && !choices.Contains(choice.Text))
        {
            fields.Fault($"There is no choice \"{choice.Text}\" in the prediction.", choice.Line);
        }
        var checks = fields.Maps("checks", "check");
        fields.AtLeast(1, checks.Count, "checks");
        var one = new PredictionCase(choice?.Text ?? "", [.. checks.Select(questions.Check)]);
        fields.RejectOthers();
        return one;
    }

    private List<string> Runs(YamlFields fields, string key)
    {
        var names = fields.Texts(key);
        foreach (var name in names.Where(name => !runs.Contains(name.Text)))
        {
            fields.Fault(
                $"There is no run \"{name.Text}\" to compare; there are {string.Join(", ", runs.Select(run => $"\"{run}\""))}.", name.Line);
        }
        return [.. names.Select(name => name.Text)];
    }
}
