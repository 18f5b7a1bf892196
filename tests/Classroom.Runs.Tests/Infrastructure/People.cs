using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Runs.Tests;

internal static class People
{
    /// <summary>Someone without a password, which would take time to hash.</summary>
    public static async Task<Actor> AddAsync(IServiceProvider services, Role role)
    {
        var name = $"{role}-{Guid.NewGuid():N}";
        await using var db = await services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        var person = new User
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = name,
            Role = role,
            CreatedUtc = DateTime.UtcNow,
            SecurityStamp = name,
        };
        db.Users.Add(person);
        await db.SaveChangesAsync(Ct);
        return new Actor(person.Id, role);
    }
}
