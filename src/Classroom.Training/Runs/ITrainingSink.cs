namespace Classroom.Training;

/// <summary>Takes what a run has to show, on the thread that advances it.</summary>
public interface ITrainingSink
{
    void Point(MetricPoint point);

    void Frame(ProbeFrame frame);
}
