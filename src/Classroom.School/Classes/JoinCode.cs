using System.Security.Cryptography;

namespace Classroom.School.Classes;

/// <summary>The six characters a teacher writes on the board.</summary>
public static class JoinCode
{
    public const int Length = 6;

    /// <summary>Characters of what is typed that are looked at.</summary>
    public const int Longest = 20;

    // Without I, L, O, 0 and 1, which look alike from the back of the room.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string New() => New(Length);

    internal static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>Capitals and digits, and nothing between them: "demo-42" is DEMO42.</summary>
    public static string Normalize(string? typed) => string.Concat((typed ?? "")
        .Where(char.IsLetterOrDigit)
        .Select(char.ToUpperInvariant));
}
