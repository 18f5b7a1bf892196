using Classroom.Curriculum.Experiments;

namespace Classroom.Web.Features.Experiments;

/// <summary>What the student's own runs say about her prediction.</summary>
/// <param name="CameTrue">The choice that came true; null where the runs do not settle it.</param>
/// <param name="IsRight">Whether she predicted that; null where it cannot be said.</param>
/// <param name="Words">What came of it, in a sentence or two.</param>
/// <param name="Figures">What the runs measured, in words.</param>
public sealed record PredictionAnswer(string? CameTrue, bool? IsRight, string Words, string Figures)
{
    /// <param name="prediction">What was asked.</param>
    /// <param name="said">What she predicted, in the words of the choice.</param>
    /// <param name="findings">Of her runs.</param>
    public static PredictionAnswer Create(ExperimentPrediction prediction, string said, ExperimentFindings findings)
    {
        var compared = Compared(prediction.Rule!);
        var measured = compared.Select(check => (Check: check, Value: findings.Value(check))).ToList();
        var figures = string.Join(
            "; ", measured.Select(one => $"{MeasureText.What(one.Check)}: {MeasureText.Format(one.Check, one.Value)}"));
        var missing = measured.Where(one => one.Value is null or double.NaN).Select(one => MeasureText.What(one.Check)).ToList();
        if (missing.Count > 0)
        {
            return new(null, null, $"Your runs cannot tell, because this was not measured: {string.Join("; ", missing)}.", figures);
        }

        if (CameTrueOf(prediction, findings) is not { } cameTrue)
        {
            return new(
                null,
                null,
                prediction.Rule is PickRunRule
                    ? "Your runs do not tell the answers apart: two are exactly equal."
                    : "Your runs do not give a clear answer.",
                figures);
        }

        // The choices may have been written anew since she predicted.
        bool? isRight = prediction.Choices.Contains(said) ? said == cameTrue : null;
        return new(
            cameTrue,
            isRight,
            isRight == true ? "That is what happened in your runs." : $"In your runs, the answer was “{cameTrue}”.",
            figures);
    }

    private static string? CameTrueOf(ExperimentPrediction prediction, ExperimentFindings findings) => prediction.Rule switch
    {
        CasesRule rule => rule.Cases.FirstOrDefault(one => one.Checks.All(check => findings.Holds(check) == true))?.Choice,
        PickRunRule rule =>
            Picked(rule, [.. rule.Compared.Select(check => findings.Value(check)!.Value)]) is { } place ? prediction.Choices[place] : null,
        _ => null,
    };

    /// <summary>The place of the choice; null where the first two are equal.</summary>
    private static int? Picked(PickRunRule rule, List<double> values)
    {
        var ordered = values.Index().OrderBy(value => rule.PickHighest ? -value.Item : value.Item).ToList();
        if (rule.None is { } none && ordered[0].Item <= none + ExperimentCheck.Hair)
        {
            return rule.Choices - 1;
        }

        if (rule.Alike is { } alike && Math.Abs(ordered[0].Item - ordered[^1].Item) <= alike + ExperimentCheck.Hair)
        {
            return rule.Of.Count;
        }

        return ordered[0].Item == ordered[1].Item ? null : ordered[0].Index;
    }

    // Each thing once, whatever limits it has.
    private static IReadOnlyList<ExperimentCheck> Compared(PredictionRule rule) => rule switch
    {
        PickRunRule pick => pick.Compared,
        CasesRule cases =>
            [.. cases.Cases.SelectMany(one => one.Checks).Select(check => check with { AtLeast = null, AtMost = null }).Distinct()],
        _ => [],
    };
}
