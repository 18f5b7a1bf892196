namespace Classroom.Curriculum.Experiments;

/// <summary>The choice of the first case whose checks all hold came true.</summary>
public sealed record CasesRule(IReadOnlyList<PredictionCase> Cases) : PredictionRule
{
    public override IEnumerable<(string Measure, double Level)> Measures =>
        Cases.SelectMany(one => one.Checks).Select(check => (check.Measure, check.Level ?? 0));
}
