using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>
/// What a page that is rendered in advance hands to its circuit, which then need not read it again. It goes through the browser,
/// encrypted and signed by the framework (ASP.NET Core data protection), but nothing ties it to a person: so it says for whom it was
/// read. It is something to show and never a right: services are asked for rights whenever something is done.
/// </summary>
/// <param name="ReaderId">The person for whom it was read.</param>
/// <param name="Value">What was read.</param>
public sealed record PrerenderedState<T>(int ReaderId, T Value)
    where T : class
{
    /// <summary>Null where it was read for somebody else.</summary>
    public T? For(Actor actor) => actor.UserId == ReaderId ? Value : null;
}
