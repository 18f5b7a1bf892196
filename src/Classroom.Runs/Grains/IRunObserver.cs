using Orleans.Concurrency;

namespace Classroom.Runs.Grains;

/// <summary>A web node that shows runs.</summary>
public interface IRunObserver : IGrainObserver
{
    [OneWay]
    Task OnUpdateAsync(RunUpdate update);
}
