namespace Classroom.Curriculum.Charts;

/// <summary>What a chart shows of a recording.</summary>
internal enum ChartShow
{
    /// <summary>Training and validation loss by epoch.</summary>
    Loss,

    /// <summary>Training and validation accuracy by epoch.</summary>
    Accuracy,

    /// <summary>The training loss of each of the first steps.</summary>
    Steps,
}
