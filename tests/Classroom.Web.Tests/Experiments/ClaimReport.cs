using System.Globalization;
using Classroom.Curriculum.Experiments;
using Classroom.Training.Measures;

namespace Classroom.Web.Tests.Experiments;

/// <summary>Prints what a claim's runs measured with each seed, and fails where a check did not hold.</summary>
internal static class ClaimReport
{
    /// <param name="output">Where it is printed.</param>
    /// <param name="title">Whose claim it is.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="measured">For each seed, what has come of each run by name.</param>
    /// <param name="values">For each seed, what each check has measured.</param>
    public static void Check(
        ITestOutputHelper output,
        string title,
        ExperimentClaim claim,
        IReadOnlyList<IReadOnlyDictionary<string, MeasuredRun>> measured,
        IReadOnlyList<Func<ExperimentCheck, double?>> values)
    {
        output.WriteLine($"{title}: {claim.Text}");
        var failed = new List<string>();
        foreach (var check in claim.Checks)
        {
            var found = values.Select(value => value(check)).ToList();
            var line = $"  {Describe(check)}: {Numbers(found)}";
            output.WriteLine(line);
            if (found.Exists(value => check.Holds(value) != true))
            {
                failed.Add(line);
            }
        }

        foreach (var name in measured[0].Keys)
        {
            output.WriteLine(
                $"  {name}: {string.Join(", ", RunMeasure.All.Select(measure => (measure.Name, Values: measured.Select(runs => measure.Value(runs[name], 0.85)).ToList()))
                .Where(row => row.Values[0] is not null && row.Name is not "diverged").Select(row => $"{row.Name} {Numbers(row.Values)}"))}");
        }

        Assert.Empty(failed);
    }

    private static string Numbers(IEnumerable<double?> values) =>
        string.Join(" ", values.Select(value => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "nothing"));

    private static string Describe(ExperimentCheck check) =>
        $"{check.Measure} of {check.Of}{(check.Minus is { } minus ? $" minus {minus}" : "")}{(check.Over is { } over ? $" over {over}" : "")}"
        + $"{(check.AtLeast is { } least ? $" ≥ {least}" : "")}{(check.AtMost is { } most ? $" ≤ {most}" : "")}";
}
