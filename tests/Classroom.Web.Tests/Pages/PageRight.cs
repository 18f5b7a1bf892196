namespace Classroom.Web.Tests.Pages;

/// <param name="Route">As the page declares it.</param>
/// <param name="Expected">A status for a visitor, a student of the class, one of another class, one who waits to be let in, a teacher of
/// another class, an assistant of the class, a teacher of it, and an admin, in this order; 401 where a page asks to sign in, 302 where it leads elsewhere.</param>
internal sealed record PageRight(string Route, int[] Expected)
{
    /// <summary>Where the parameters alone do not say what the page is about.</summary>
    public Func<PageRightsScene, string>? Address { get; init; }
}
