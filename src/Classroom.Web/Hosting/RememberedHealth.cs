using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classroom.Web.Hosting;

/// <summary>A check that writes. Anyone may ask as often as he likes, so what was found holds for some seconds.</summary>
public abstract class RememberedHealth(TimeProvider clock) : IHealthCheck, IDisposable
{
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private (HealthCheckResult Result, long At)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || clock.GetElapsedTime(known.At) >= Memory)
            {
                known = (await CheckAsync(cancellationToken), clock.GetTimestamp());
                last = known;
            }

            return known.Result;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose()
    {
        one.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken);
}
