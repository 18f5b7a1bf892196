using Classroom.Runs;
using Classroom.School;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Classroom.Web.Hosting;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can also reach its database and is one of the cluster. Both say
/// what the node does. Without a trainer a web node is ready but degraded: everything works, and runs wait.
/// </summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<ClusterCheck>("cluster");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var node = context.RequestServices.GetRequiredService<RunsNode>();
        return context.Response.WriteAsJsonAsync(new
        {
            Status = report.Status.ToString(),
            Roles = new[] { NodeRoles.Web, NodeRoles.Trainer }.Where(role => node.Roles.HasFlag(role)).Select(role => role.ToString().ToLowerInvariant()),
            Checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description ?? entry.Value.Status.ToString()),
        });
    }

    private sealed class DatabaseCheck(IDbContextFactory<ClassroomDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }

    private sealed class ClusterCheck(Trainers trainers) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(trainers.Joined switch
            {
                false => HealthCheckResult.Unhealthy("This node has not joined the others yet."),
                _ when !trainers.Any => HealthCheckResult.Degraded(Trainers.NonePresent),
                _ => HealthCheckResult.Healthy(trainers.Count == 1 ? "1 trainer" : $"{trainers.Count} trainers"),
            });
    }
}
