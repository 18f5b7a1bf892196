using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Classroom.School.CalendarFeeds;

/// <summary>The part of a feed's address that nobody can guess.</summary>
internal sealed class CalendarSecret(IDataProtectionProvider protection)
{
    public const int LongestProtected = 1000;

    private const int Bytes = 20;

    private readonly IDataProtector protector = protection.CreateProtector("Classroom.CalendarFeeds");

    public static string New() => RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true);

    /// <summary>False for what was never one of ours: no need to ask the database.</summary>
    public static bool IsWellFormed(string secret) => secret.Length == 2 * Bytes && secret.All(char.IsAsciiHexDigitLower);

    /// <summary>Without salt: nobody can guess what is drawn from 2¹⁶⁰.</summary>
    public static string Hash(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    /// <summary>Before a transaction, never in it: a new key may have to be stored first, and SQLite has one writer.</summary>
    public string Protect(string secret) => protector.Protect(secret);

    /// <summary>Null where the key is gone.</summary>
    public string? Unprotect(string protectedSecret)
    {
        try
        {
            return protector.Unprotect(protectedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
