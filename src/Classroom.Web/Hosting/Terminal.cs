namespace Classroom.Web.Hosting;

/// <summary>Where a verb reads and writes.</summary>
/// <param name="HidesTyping">A person types there, so a password is asked for and not shown.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool HidesTyping = false)
{
    public static Terminal OfProcess => new(Console.In, Console.Out, Console.Error, !Console.IsInputRedirected);
}
