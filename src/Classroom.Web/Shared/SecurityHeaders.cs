using System.Security.Cryptography;

namespace Classroom.Web.Shared;

/// <summary>
/// What every answer tells the browser: a strict content security policy (nothing inline but the import map, which carries the
/// request's nonce), no camera, microphone or place, and that nothing made for somebody who is signed in may be stored, since
/// the next person at the same Chromebook could go back to it.
/// </summary>
public static class SecurityHeaders
{
    public static readonly object NonceKey = new();

    private static readonly object OnlyToLookAt = new();

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), serial=(), usb=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceKey] = nonce;
        // At the last moment: whoever answers for a fault clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // Blazor has set one of its own for pages, which says less.
            headers.ContentSecurityPolicy = context.Items.ContainsKey(OnlyToLookAt) ? "default-src 'none'; sandbox" :
                $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data: blob:; " +
                "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            // Static files have said already how long they are good for.
            if (headers.CacheControl.Count == 0 && context.User.Identity is { IsAuthenticated: true })
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next();
    });

    /// <summary>For the answer that is a file which somebody uploaded: it may do nothing but be looked at.</summary>
    public static void AllowNothing(this HttpContext context) => context.Items[OnlyToLookAt] = true;
}
