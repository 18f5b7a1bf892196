using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Classroom.Web.Hosting;

/// <summary>
/// Signs in whoever sends an access token with a call of the API (RFC 6750). Pages take none, and a call that has one is made with it
/// alone, whatever cookie comes along.
/// </summary>
internal sealed class AccessTokenHandler(
    AccessTokenSignIn tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "AccessToken";

    private const string Bearer = "Bearer";

    public static bool IsFor(HttpContext context) =>
        context.IsApi()
        && context.Request.Headers.Authorization.ToString().Split(' ')[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!IsFor(Context))
        {
            return AuthenticateResult.NoResult();
        }

        var sent = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        return await tokens.FindAsync(sent, Context.RequestAborted) is { } bearer
            ? AuthenticateResult.Success(new AuthenticationTicket(ToPrincipal(bearer), Scheme.Name))
            // Never with what was sent: it may be a token with a slip of the finger.
            : AuthenticateResult.Fail("The token is unknown, expired or revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => RefuseAsync(
        StatusCodes.Status401Unauthorized,
        "error=\"invalid_token\", error_description=\"The token is unknown, has expired or was revoked\"",
        "This access token is unknown, has expired or was revoked. Look at your tokens at /me/tokens, and make a new one there.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Context.MissingScope() switch
    {
        null => RefuseAsync(
            StatusCodes.Status403Forbidden, null, "Your account may not make this call: it is for people with another role."),
        TokenScopes.None => RefuseAsync(
            StatusCodes.Status403Forbidden,
            "error=\"insufficient_scope\"",
            "This call cannot be made with an access token. Sign in at /account/login instead."),
        { } needed => RefuseAsync(
            StatusCodes.Status403Forbidden,
            $"error=\"insufficient_scope\", scope=\"{TokenScopeWords.Name(needed)}\"",
            $"This access token lacks the scope \"{TokenScopeWords.Name(needed)}\". Make a token that has it at /me/tokens."),
    };

    private Task RefuseAsync(int status, string? error, string detail)
    {
        if (error is not null)
        {
            Response.Headers.Append(HeaderNames.WWWAuthenticate, $"Bearer realm=\"Classroom\", {error}");
        }

        return Problems.Create(detail, status).ExecuteAsync(Context);
    }

    private static ClaimsPrincipal ToPrincipal(TokenBearer bearer) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, bearer.Actor.UserId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, bearer.UserName),
            new Claim(ClaimTypes.Role, bearer.Actor.Role.ToString()),
            new Claim(SchoolClaimTypes.DisplayName, bearer.DisplayName),
            new Claim(TokenConventions.IdClaim, bearer.TokenId.ToString(CultureInfo.InvariantCulture)),
            new Claim(TokenConventions.ScopesClaim, bearer.Scopes.ToString()),
        ],
        SchemeName));
}
