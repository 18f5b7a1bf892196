namespace Classroom.Web.Shared;

/// <summary>Why an action of a page did not work.</summary>
/// <param name="What">What happened, for people.</param>
/// <param name="Advice">What to do about it, where a try later may help; the page may know better.</param>
public sealed record ActionProblem(string What, string? Advice = null)
{
    /// <summary>The database did not answer.</summary>
    public static readonly ActionProblem DatabaseAway =
        new("The classroom cannot reach its records right now. Leave this page open.", "Try again in a moment.");

    /// <summary>The program is wrong.</summary>
    public static readonly ActionProblem Fault =
        new("Something went wrong. That was our fault, not yours, and it has been recorded.", "Try again in a moment.");

    /// <summary>The whole message.</summary>
    /// <param name="advice">What to do, where the page knows it better; said only where a later try may help at all.</param>
    public string ToMessage(string? advice = null) => Advice is null ? What : $"{What} {advice ?? Advice}";
}
