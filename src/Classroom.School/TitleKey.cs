using Classroom.Naming;

namespace Classroom.School;

/// <summary>
/// What two titles share that look alike in a list: neither the case of letters, nor how many blanks there are and of which
/// kind, nor whether a letter and its mark are one character tells them apart.
/// </summary>
public static class TitleKey
{
    public static string From(string title) =>
        string.Join(' ', ComposedText.Compose(title).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
