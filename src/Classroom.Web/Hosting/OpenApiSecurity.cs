using Classroom.School.AccessTokens;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Classroom.Web.Hosting;

/// <summary>Says in the OpenAPI document how one signs in, and what each call needs of a token.</summary>
internal static class OpenApiSecurity
{
    private const string Token = "token";
    private const string Cookie = "cookie";

    private static string Describe(TokenScopes scope) => $"{TokenScopeWords.Name(scope)}: {TokenScopeWords.Describe(scope)}";

    public static void AddSignIn(this OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = $"An access token, made at /me/tokens. Its scopes: {string.Join(" ", TokenScopeWords.All.Select(Describe))}",
            };
            document.Components.SecuritySchemes[Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = SignIn.CookieName,
                Description = "What the form of /account/login gives.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (!metadata.OfType<IAllowAnonymous>().Any())
            {
                operation.Security = [Require(Cookie)];
                var needed = metadata.OfType<TokenAccess>().LastOrDefault()?.NeededFor(context.Description.HttpMethod ?? "");
                if (needed is { } scope and not TokenScopes.None)
                {
                    operation.Security.Add(Require(Token, TokenScopeWords.Name(scope)));
                }
            }

            return Task.CompletedTask;

            OpenApiSecurityRequirement Require(string scheme, params List<string> scopes) =>
                new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = scopes };
        });
    }
}
