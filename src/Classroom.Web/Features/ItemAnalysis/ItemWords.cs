using Classroom.Naming;
using Classroom.School.ItemAnalysis;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.ItemAnalysis;

/// <summary>What figures about questions mean to a teacher, in words.</summary>
public static class ItemWords
{
    /// <summary>What is worth a look at a question; often nothing.</summary>
    public static IEnumerable<string> Warnings(AnalyzedItem item)
    {
        if (item.WorksBackward)
        {
            yield return "Students who did well otherwise tended to miss this: check its answer.";
        }
        if (item.IsEasy)
        {
            yield return "Nearly everyone got it right.";
        }
        if (item.IsHard)
        {
            yield return "Hardly anyone got it right.";
        }
        if (item.HasFewAttempts)
        {
            yield return $"Few attempts (n = {item.Statistics.Attempts}): figures are rough.";
        }
    }

    /// <summary>A figure in percent, which may be below zero; a dash where there is none.</summary>
    public static string Figure(double? percent) =>
        percent is not { } known ? "–"
        : Math.Round(known) < 0 ? $"−{Percent.Format(-known / 100)}"
        : Percent.Format(Math.Max(0, known) / 100);

    /// <summary>What the two groups scored. That one did better is never said to be the experiment's doing.</summary>
    public static string Compare(ExperimentEffect effect) => (effect.MeanWith, effect.MeanWithout) switch
    {
        ({ } with, { } without) =>
            $"{People(effect.CountWith)} who had finished the experiment before handing in scored {Percent.Format(with)} on average in the "
            + $"first attempt; {People(effect.CountWithout)} who had not finished it scored {Percent.Format(without)}.",
        ({ } with, null) =>
            $"{People(effect.CountWith)} had finished the experiment before handing in, and scored {Percent.Format(with)} on average in "
            + "the first attempt. There is nobody to compare with.",
        (_, var without) =>
            $"{People(effect.CountWithout)} scored {Percent.Format(without ?? 0)} on average in the first attempt. Nobody had finished the "
            + "experiment before handing in.",
    };

    /// <summary>Null where both groups are large enough.</summary>
    public static string? Caution(ExperimentEffect effect) => effect.HasFewStudents
        ? $"At least one group has fewer than {ExperimentEffect.FewStudents} students, so a difference may be chance."
        : null;

    private static string People(int count) => Counted.Format(count, "student");
}
