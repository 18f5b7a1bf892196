namespace Classroom.Web.Shared;

/// <summary>How often whoever watches something is asked for her rights again.</summary>
public sealed record LiveRightsOptions(TimeSpan AskAgainAfter)
{
    public static readonly LiveRightsOptions Default = new(TimeSpan.FromSeconds(30));
}
