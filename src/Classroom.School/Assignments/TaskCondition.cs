using Classroom.Curriculum.Experiments;

namespace Classroom.School.Assignments;

/// <summary>What one measure of a handed-in run has to reach.</summary>
/// <param name="Measure">One of <see cref="ExperimentMeasures.Names"/>.</param>
/// <param name="Level">An accuracy, 0 to 1, where the measure counts up to one.</param>
public sealed record TaskCondition(string Measure, double? Level, double? AtLeast, double? AtMost)
{
    /// <summary>What has to hold, as experiments have it.</summary>
    public ExperimentCheck ToCheck() => new() { Measure = Measure, Level = Level, Of = "run", AtLeast = AtLeast, AtMost = AtMost };
}
