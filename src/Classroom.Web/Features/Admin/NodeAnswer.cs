using Classroom.Runs.Cluster;

namespace Classroom.Web.Features.Admin;

/// <summary>One process of the school's server.</summary>
/// <param name="Roles">What its settings say that it does.</param>
/// <param name="Trains">Whether it really trains: only where its engine has passed.</param>
/// <param name="Engine">How it computes.</param>
public sealed record NodeAnswer(IReadOnlyList<string> Roles, bool Trains, EngineAnswer Engine)
{
    public static NodeAnswer From(RunsNode node, NodeEngine engine) =>
        new(RolesOf(node), node.Trains && engine.Known is { Passed: true }, EngineAnswer.From(engine.Known));

    public static IReadOnlyList<string> RolesOf(RunsNode node) =>
        [.. new[] { NodeRoles.Web, NodeRoles.Trainer }.Where(role => node.Roles.HasFlag(role))
            .Select(role => role.ToString().ToLowerInvariant())];
}
