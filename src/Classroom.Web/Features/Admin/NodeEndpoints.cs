using Classroom.Runs.Cluster;
using Classroom.School.People;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Admin;

public static class NodeEndpoints
{
    /// <summary>What the process that answers does and how it computes, for admins.</summary>
    public static void MapNode(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/node", (RunsNode node, NodeEngine engine) => NodeAnswer.From(node, engine))
            .WithTags("Node")
            .RequireSignIn()
            .AllowTokens()
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Admin)));
}
