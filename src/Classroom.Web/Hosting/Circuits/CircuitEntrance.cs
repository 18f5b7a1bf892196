using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;

namespace Classroom.Web.Hosting.Circuits;

/// <summary>
/// The way to a circuit, Blazor's hub at <c>/_blazor</c>, is for people who have signed in, on pages of this site. Every page that
/// needs a circuit asks for a sign-in, so nobody else has a use for it.
/// </summary>
public static class CircuitEntrance
{
    private const string Hub = "/_blazor";

    public static void AddCircuits(this IServiceCollection services, IServerSideBlazorBuilder blazor)
    {
        services.AddSingleton<CircuitDoor>();
        services.AddSingleton<CircuitFilter>();
        services.AddScoped<CircuitPlaceKeeper>();
        blazor.AddHubOptions(hub => hub.AddFilter<CircuitFilter>());
    }

    /// <summary>Comes after who it is has been found out.</summary>
    public static IApplicationBuilder UseCircuitEntrance(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase), hub => hub.Use((context, next) =>
                SameSiteOnly.IsForeign(context.Request) ? RefuseForeignAsync(context)
                : context.User.Identity is not { IsAuthenticated: true } ? RefuseStrangerAsync(context)
                : next(context)));

    /// <summary>
    /// Compresses each message by itself. By default the compressor remembers what was sent before: it saves a few bytes a message,
    /// and holds some 240 KiB for each circuit, also while nothing is sent.
    /// </summary>
    public static void CompressEachMessage(ServerComponentsEndpointOptions options) =>
        options.ConfigureWebSocketAcceptContext = (_, socket) =>
        {
            (socket.DangerousEnableCompression, socket.DisableServerContextTakeover) = (true, true);
            return Task.CompletedTask;
        };

    /// <summary>
    /// Where a page asks why it got no circuit: 204 where it would get one now, else problem details with a word for its reader.
    /// </summary>
    public static void MapCircuits(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/circuit", (HttpContext context, CircuitDoor door) =>
            CircuitDoor.VisitorOf(context) is { } visitor && door.Refusal(visitor) is { } word
                ? Problems.Create(word, StatusCodes.Status429TooManyRequests)
                : Results.NoContent())
            .RequireAuthorization().RefuseTokens().ExcludeFromDescription();

    private static Task RefuseStrangerAsync(HttpContext context) =>
        TypedResults.Problem("Sign in first.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);

    private static Task RefuseForeignAsync(HttpContext context)
    {
        var request = context.Request;
        context.RequestServices.GetRequiredService<ILogger<CircuitDoor>>().LogWarning(
            "A page of {Origin} asked for a circuit at {Scheme}://{Host} and was refused. If that is this school's own address, the "
                + "proxy in between must pass on the header Host: see deploy/nginx.conf.",
            request.Headers.Origin.ToString(), request.Scheme, request.Host);
        return TypedResults.Problem("Pages of other sites get no circuit here.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(
            context);
    }
}
