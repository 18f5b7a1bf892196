using Classroom.Web.Hosting.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Hosting;

/// <summary>Behind a proxy with TLS: the visitor's own address and scheme, cookies that only travel encrypted, and HSTS.</summary>
public static class Proxy
{
    public static void AddProxy(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ClassroomSettings>>((forwarded, settings) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = settings.Value.Proxy.Count;
            // The framework trusts its own machine unless told otherwise.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.Value.Proxy.ParseTrusted())
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    public static void UseProxy(this WebApplication app)
    {
        // With an empty list the middleware would believe everybody.
        if (app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.KnownIPNetworks.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        // Only told over TLS.
        app.UseHsts();
    }
}
