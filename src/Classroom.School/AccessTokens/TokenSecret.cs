using System.Security.Cryptography;
using System.Text;

namespace Classroom.School.AccessTokens;

/// <summary>What a script sends. It begins with a word of its own, so that programs that look for leaked secrets know it.</summary>
internal static class TokenSecret
{
    public const string Prefix = "classroom_";

    private const int Bytes = 32;

    public static string New() => Prefix + RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);

    /// <summary>False for what was never one of ours: no need to ask the database.</summary>
    public static bool IsWellFormed(string secret) =>
        secret.Length == Prefix.Length + (2 * Bytes)
        && secret.StartsWith(Prefix, StringComparison.Ordinal)
        && secret[Prefix.Length..].All(char.IsAsciiHexDigitLower);

    /// <summary>Without salt: nobody can guess what is drawn from 2²⁵⁶.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
