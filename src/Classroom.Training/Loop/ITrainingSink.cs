using Classroom.Training.Probes;

namespace Classroom.Training.Loop;

/// <summary>Takes what a run has to show, on the thread that advances it.</summary>
public interface ITrainingSink
{
    void Point(MetricPoint point);

    void Frame(ProbeFrame frame);
}
