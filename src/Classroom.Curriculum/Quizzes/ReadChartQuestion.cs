namespace Classroom.Curriculum.Quizzes;

/// <summary>One answer, to be read off a chart of training runs that were really made.</summary>
public sealed record ReadChartQuestion : OneAnswerQuestion
{
    /// <summary>A figure: the chart with a text alternative, and the numbers behind it.</summary>
    public required string ChartHtml { get; init; }

    /// <summary>The choices are the chart's runs: they stay in the order in which the chart has them.</summary>
    public required bool ChoicesAreRuns { get; init; }

    public override QuestionKind Kind => QuestionKind.ReadChart;
}
