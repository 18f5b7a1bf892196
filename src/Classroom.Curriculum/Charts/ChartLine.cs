namespace Classroom.Curriculum.Charts;

/// <summary>One line of a chart: its name, and the value at epoch or step 1, 2, 3 …</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<double> Values)
{
    public bool IsValidation => Name == "validation";
}
