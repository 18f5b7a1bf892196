using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Classroom.School.SignInCards;

/// <summary>Encrypts what is on a card, so that a copy of its table alone gives nobody a password.</summary>
internal sealed class CardSecrets(IDataProtectionProvider protection)
{
    /// <summary>Of an encrypted password.</summary>
    public const int Longest = 1000;

    private readonly IDataProtector protector = protection.CreateProtector("Classroom.SignInCards");

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
