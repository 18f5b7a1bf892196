using System.Security.Cryptography;
using System.Text;

namespace Classroom.School.Sessions;

/// <summary>What a cookie claims: a session, and the person with her rights as they were when it began.</summary>
public sealed record SessionTicket(string SessionId, Actor Actor, string? SecurityStamp)
{
    /// <summary>Tells sessions apart on a page; nobody can act with it.</summary>
    public string Tag => IdHash[..12];

    internal string IdHash => Hash(SessionId);

    internal static string Hash(string sessionId) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)));
}
