namespace Classroom.Web.Shared;

public static class PageNumber
{
    /// <summary>The page that an address asks for; the first where it asks for nonsense.</summary>
    public static int Read(string? text) => int.TryParse(text, out var number) ? number : 1;
}
