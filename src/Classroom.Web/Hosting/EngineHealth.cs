using Classroom.Runs.Cluster;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classroom.Web.Hosting;

/// <summary>
/// Whether this process computes correctly, as far as it knows: it never starts the engine's check. A web node that computes
/// wrongly still shows everything, so it is only degraded.
/// </summary>
public sealed class EngineHealth(NodeEngine engine, RunsNode node) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(engine.Known switch
        {
            null => HealthCheckResult.Healthy("not needed so far"),
            { Passed: true, Faults.Count: 0 } => HealthCheckResult.Healthy("computes correctly"),
            { Passed: true } => HealthCheckResult.Healthy("computes correctly with a safer setting than it first tried"),
            _ => new HealthCheckResult(
                node.ShowsRuns ? HealthStatus.Degraded : HealthStatus.Unhealthy,
                "This node failed its own arithmetic check, so it neither trains networks nor asks them."),
        });
}
