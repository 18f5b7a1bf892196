using System.Globalization;
using System.Threading.RateLimiting;
using Classroom.School.Accounts;

namespace Classroom.Web.Shared;

/// <summary>
/// How many calls one person can make: more than a school's script sends one after the other, and less than what takes the server away
/// from all others.
/// </summary>
public static class RequestRate
{
    /// <summary>Calls at once.</summary>
    public const int Burst = 600;

    private const string Policy = "person";
    private const string VisitorPolicy = "visitor";
    private const int PerSecond = 50;

    public static void AddRequestRate(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Policy, context => Limit(context.User.ToActor()?.UserId ?? 0));
        limiter.AddPolicy(VisitorPolicy, context => Limit(context.Connection.RemoteIpAddress));
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            await Problems.Create(
                $"You have made more than {Burst} calls in a short time. Wait a second, then make at most {PerSecond} a second.",
                StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
        };
    });

    public static TBuilder LimitRate<TBuilder>(this TBuilder api)
        where TBuilder : IEndpointConventionBuilder =>
        api.RequireRateLimiting(Policy).ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>For what is read without signing in: as many calls from one address, since a whole school may be behind it.</summary>
    public static TBuilder LimitVisitors<TBuilder>(this TBuilder calls)
        where TBuilder : IEndpointConventionBuilder => calls.RequireRateLimiting(VisitorPolicy);

    private static RateLimitPartition<TKey> Limit<TKey>(TKey caller) => RateLimitPartition.GetTokenBucketLimiter(
        caller,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
}
