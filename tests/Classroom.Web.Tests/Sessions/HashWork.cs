using System.Collections.Concurrent;
using Classroom.School.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Classroom.Web.Tests.Sessions;

/// <summary>How often each password was really checked against a hash: the work that a sign-in takes.</summary>
public sealed class HashWork
{
    private readonly ConcurrentDictionary<string, int> checks = new();

    public int Of(string password) => checks.GetValueOrDefault(password);

    internal void Count(string password) => checks.AddOrUpdate(password, 1, (_, count) => count + 1);
}

internal sealed class CountingHasher(HashWork work, IOptions<PasswordHasherOptions> options) : PasswordHasher<User>(options)
{
    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        work.Count(providedPassword);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
