using Classroom.Curriculum.Experiments;

namespace Classroom.Curriculum.Loading;

/// <summary>Reads what an experiment asks when its runs are over, and what it claims.</summary>
internal sealed class ExperimentQuestionsReader(YamlFields root, IReadOnlyList<string> runs, bool isSweep, bool isBuild)
{
    public static string Measure(YamlFields fields)
    {
        if (fields.Text("measure") is not { } measure)
        {
            return "";
        }
        if (!ExperimentMeasures.Names.Contains(measure.Text))
        {
            fields.Fault($"There is no measure \"{measure.Text}\"; there are {string.Join(", ", ExperimentMeasures.Names)}.", measure.Line);
        }
        return measure.Text;
    }

    public IReadOnlyList<ExperimentQuestion> Questions()
    {
        var maps = root.Maps("explain", "explain");
        root.AtLeast(1, maps.Count, "explain");
        return [.. maps.Select(Question).OfType<ExperimentQuestion>()];
    }

    public ExperimentClaim Claim()
    {
        if (root.Map("claim", "claim") is not { } claim)
        {
            return new("", []);
        }
        var result = new ExperimentClaim(claim.Plain("text"), [.. claim.OptionalMaps("checks", "check").Select(Check)]);
        claim.RejectOthers();
        return result;
    }

    private ExperimentQuestion? Question(YamlFields map)
    {
        var kind = map.Text("kind");
        var (prompt, explanation) = (map.Plain("prompt"), map.Plain("explanation"));
        ExperimentQuestion? question = null;
        switch (kind?.Text)
        {
            case "pick-run":
                question = new PickRunQuestion(prompt, explanation, Measure(map), IsHighest(map), Level(map));
                if (isSweep || runs.Count < 2)
                {
                    map.Fault("Only of two to four runs can one be picked.");
                }
                break;
            case "measure":
                question = new MeasureQuestion(
                    prompt, explanation, Measure(map), Run(map, "of") ?? "", map.Number("tolerance", 0, double.MaxValue) ?? 0, Level(map));
                break;
            case "reason":
                question = new ReasonQuestion(prompt, explanation, ChoiceReader.WithOneRight(map));
                break;
            case { } other:
                map.Fault($"There is no kind \"{other}\" of question here; there are pick-run, measure, reason.", kind.Line);
                return null;
        }
        map.RejectOthers();
        return question;
    }

    public static bool IsHighest(YamlFields map)
    {
        var pick = map.Text("pick");
        if (pick is not null && pick.Text is not ("highest" or "lowest"))
        {
            map.Fault($"\"pick\" must be highest or lowest, not \"{pick.Text}\".", pick.Line);
        }
        return pick?.Text == "highest";
    }

    public static double? Level(YamlFields map) => map.Has("level") ? map.Number("level", 0, double.MaxValue) : null;

    public ExperimentCheck Check(YamlFields map)
    {
        var check = new ExperimentCheck
        {
            Measure = Measure(map),
            Level = Level(map),
            Of = map.OptionalText("of")?.Text == ExperimentCheck.Fewest ? ExperimentCheck.Fewest : Run(map, "of") ?? "",
            Minus = map.Has("minus") ? Run(map, "minus") : null,
            Over = map.Has("over") ? Run(map, "over") : null,
            AtLeast = map.Has("at-least") ? map.Number("at-least", double.MinValue, double.MaxValue) : null,
            AtMost = map.Has("at-most") ? map.Number("at-most", double.MinValue, double.MaxValue) : null,
        };
        if (check is { AtLeast: null, AtMost: null } || check is { Minus: not null, Over: not null })
        {
            map.Fault("A check needs \"at-least\" or \"at-most\", and at most one of \"minus\" and \"over\".");
        }
        map.RejectOthers();
        return check;
    }

    private string? Run(YamlFields map, string key)
    {
        var name = map.Text(key);
        IReadOnlyList<string> names = isSweep
            ? [.. runs, ExperimentCheck.Best, ExperimentCheck.Worst]
            : isBuild ? [.. runs, ExperimentCheck.Own] : runs;
        if (name is not null && !names.Contains(name.Text))
        {
            map.Fault($"There is no run \"{name.Text}\"; there are {string.Join(", ", names.Select(run => $"\"{run}\""))}.", name.Line);
        }
        return name?.Text;
    }
}
