using System.Globalization;
using System.Security.Claims;
using Classroom.School.AccessTokens;

namespace Classroom.Web.Shared;

/// <summary>Which calls can be made with an access token, and who makes one. A call that says nothing can be made with none.</summary>
public static class TokenConventions
{
    /// <summary>Of a signed-in principal: the id of the token, and what it may be used for.</summary>
    public const string IdClaim = "classroom:token";

    public const string ScopesClaim = "classroom:token-scopes";

    /// <summary>Reading takes the scope <see cref="TokenScopes.Read"/>, and changing takes this one.</summary>
    public static TBuilder AllowTokens<TBuilder>(this TBuilder api, TokenScopes changing = TokenScopes.None)
        where TBuilder : IEndpointConventionBuilder =>
        api.WithMetadata(new TokenAccess(IsClosed: false, changing));

    /// <summary>For what gives out passwords, and for what a person does herself.</summary>
    public static TBuilder RefuseTokens<TBuilder>(this TBuilder api)
        where TBuilder : IEndpointConventionBuilder =>
        api.WithMetadata(new TokenAccess(IsClosed: true, TokenScopes.None));

    /// <summary>The token with which this call is made; null where it is made with a cookie, or by nobody.</summary>
    public static (int Id, TokenScopes Scopes)? Token(this ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(IdClaim), CultureInfo.InvariantCulture, out var id)
        && Enum.TryParse<TokenScopes>(principal.FindFirstValue(ScopesClaim), out var scopes)
            ? (id, scopes)
            : null;

    /// <summary>The scope that this call needs and its token lacks; None where no scope would do, null where nothing is missing.</summary>
    public static TokenScopes? MissingScope(this HttpContext context)
    {
        if (context.User.Token() is not { } token)
        {
            return null;
        }

        var needed = context.GetEndpoint()?.Metadata.GetMetadata<TokenAccess>()?.NeededFor(context.Request.Method) ?? TokenScopes.None;
        return needed != TokenScopes.None && token.Scopes.HasFlag(needed) ? null : needed;
    }
}
