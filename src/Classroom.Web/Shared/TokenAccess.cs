using Classroom.School.AccessTokens;

namespace Classroom.Web.Shared;

/// <summary>
/// What a token needs for an endpoint: <see cref="TokenScopes.Read"/> to read there, and <see cref="Changing"/> for all else.
/// </summary>
/// <param name="Changing">Nothing can be changed there with a token where it is none.</param>
public sealed record TokenAccess(bool IsClosed, TokenScopes Changing)
{
    /// <summary>None where no token will do.</summary>
    public TokenScopes NeededFor(string method) => IsClosed ? TokenScopes.None
        : HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? TokenScopes.Read
        : Changing;
}
