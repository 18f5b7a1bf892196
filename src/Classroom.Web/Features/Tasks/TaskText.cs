using Classroom.School.Assignments;
using Classroom.Training.Measures;
using Classroom.Web.Features.Experiments;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Tasks;

/// <summary>Goals as students read them.</summary>
public static class TaskText
{
    public const string BeatClass =
        "Reach at least the validation accuracy of the best run that another student in the class has handed in, with fewer weights.";

    /// <summary>Each thing that has to hold.</summary>
    public static IReadOnlyList<string> Lines(TaskGoal goal) => goal.BeatsClass
        ? [BeatClass]
        : [.. goal.Checks(null).Select(MeasureText.Line)];

    /// <summary>Whom there is to beat.</summary>
    public static string Rival(TaskRival? rival) => rival is null
        ? "Nobody else has handed in a run yet, so there is nobody to beat: whichever run you hand in counts in full."
        : $"To beat right now: {Percent.Exact(rival.Accuracy)} with "
            + $"{MeasureText.Format(MeasureUnit.Count, rival.Weights)} weights.";
}
