using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace Classroom.Web.Shared;

/// <summary>What is answered where something went wrong: problem details for scripts, a page for people.</summary>
public static class Faults
{
    public static void UseFaults(this WebApplication app)
    {
        app.UseWhen(
            IsApi,
            api => api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = IsSendersFault
            }).UseStatusCodePages());
        app.UseWhen(context => !context.IsApi(), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = IsSendersFault
            })
            .UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true));
    }

    /// <summary>
    /// Comes before the antiforgery check. The page about a fault is made by the request that was at fault, and must not take that
    /// one's form for its own: nobody may read a form that has been refused, not even to check it again.
    /// </summary>
    public static void UseFaultPages(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.IsFaultPage())
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    });

    /// <summary>
    /// Comes after the antiforgery check, and refuses what failed it, whoever would have read the form: an old page, one from
    /// before signing in or out in another tab, or a page of another site.
    /// </summary>
    public static void UseFreshForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.IsFaultPage() && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } check)
        {
            // The token is in the form, so a form too large to be read fails here.
            context.Response.StatusCode = check.Error?.GetBaseException() is BadHttpRequestException unread
                ? unread.StatusCode
                : StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
        // So Blazor answers a form that its page no longer has: without a word, and with a type that keeps others from having one.
        if (!context.IsApi() && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null })
        {
            context.Response.ContentType = null;
        }
    });

    public static bool IsApi(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static bool IsFaultPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static int StatusOf(Exception fault) =>
        fault is BadHttpRequestException request ? request.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>
    /// A request that the server could not even read, for one because it is too large: its sender is told, and whoever runs
    /// the server has nothing to mend.
    /// </summary>
    private static bool IsSendersFault(ExceptionHandlerSuppressDiagnosticsContext fault) => fault.Exception is BadHttpRequestException;
}
