using Classroom.Naming;
using Classroom.Runs.Cluster;
using Classroom.Web.Features.Admin;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classroom.Web.Hosting;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can also write to its database and its disk, is one of the
/// cluster and computes correctly. Both say what the node does. Without a trainer a web node is ready but degraded:
/// everything works, and runs wait.
/// </summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) => services
        .AddSingleton<DatabaseHealth>()
        .AddSingleton<DiskHealth>()
        .AddHealthChecks()
        .AddCheck<DatabaseHealth>("database")
        .AddCheck<DiskHealth>("disk")
        .AddCheck<ClusterCheck>("cluster")
        .AddCheck<EngineHealth>("engine");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(
            "/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteHealthAsync }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteReadinessAsync }).AllowAnonymous();
    }

    private static Task WriteHealthAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Roles = NodeAnswer.RolesOf(context.RequestServices.GetRequiredService<RunsNode>()),
    });

    private static Task WriteReadinessAsync(HttpContext context, HealthReport report)
    {
        var services = context.RequestServices;
        return context.Response.WriteAsJsonAsync(new
        {
            Status = report.Status.ToString(),
            Roles = NodeAnswer.RolesOf(services.GetRequiredService<RunsNode>()),
            Checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString()),
            Engine = EngineAnswer.From(services.GetRequiredService<NodeEngine>().Known),
        });
    }

    private sealed class ClusterCheck(Trainers trainers) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult((trainers.Joined, trainers.Absence) switch
            {
                (false, _) => HealthCheckResult.Unhealthy("This node has not joined the others yet."),
                (_, not null) => HealthCheckResult.Degraded(trainers.Unfit == 0
                    ? Trainers.NonePresent
                    : $"No trainer: {Counted.Format(trainers.Unfit, "node")} that should train failed the arithmetic check. Runs wait."),
                _ => HealthCheckResult.Healthy(
                    $"{Counted.Format(trainers.Count, "trainer")}{(trainers.Unfit == 0 ? "" : $"; {Counted.Format(trainers.Unfit, "more node")} failed the arithmetic check and {(trainers.Unfit == 1 ? "trains" : "train")} nothing")}"),
            });
    }
}
