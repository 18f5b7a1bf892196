using Classroom.Runs.Execution;

namespace Classroom.Runs.Grains;

/// <summary>Drives one run; the key is the run's id. Who may call is decided before, in <see cref="RunService"/>.</summary>
public interface IRunGrain : IGrainWithGuidKey
{
    /// <summary>Takes the run up, from its row in the database. Safe to call again.</summary>
    Task StartAsync();

    /// <summary>False where the run's state forbids it.</summary>
    Task<bool> PauseAsync();

    /// <summary>False where the run's state forbids it.</summary>
    Task<bool> ResumeAsync();

    /// <summary>False where the run's state forbids it.</summary>
    Task<bool> StopAsync();

    /// <summary>What the run can expect; nothing where it is not driven.</summary>
    Task<RunForecast> ForecastAsync();

    /// <summary>
    /// Sends every update to the observer; to be called again before two minutes have passed: see <see cref="RunViewers"/>.
    /// </summary>
    /// <returns>True where the run is driven: then the first update, with where it stands, is on its way.</returns>
    Task<bool> WatchAsync(IRunObserver observer);

    Task UnwatchAsync(IRunObserver observer);
}
