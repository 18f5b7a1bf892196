using Classroom.Naming;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.DataSets;

/// <summary>What data sets may be called: nobody sees two of one title whose owner could have told them apart.</summary>
public sealed class DataSetTitles(IDbContextFactory<ClassroomDbContext> contexts, SchoolOptions school)
{
    public const int Longest = 120;

    /// <summary>Everything wrong with a title by itself; whether it is taken is known only when it is stored.</summary>
    public static List<Fault> FindFaults(string? title) => title?.Trim() switch
    {
        null or "" or { Length: > Longest } => [new Fault("title", $"Give the data set a title of 1 to {Longest} characters.")],
        { } trimmed => NameText.Fault(trimmed) is { } unseen ? [new Fault("title", unseen)] : [],
    };

    /// <summary>
    /// What is wrong with the title of a data set that is still to be stored, also that it is taken; null where nothing is.
    /// </summary>
    /// <param name="actor">Who will own it, unless it replaces another.</param>
    /// <param name="title">As it was typed.</param>
    /// <param name="replaces">The data set whose place it will take; that one's title is free.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Fault?> FindFaultAsync(
        Actor actor, string? title, Guid? replaces = null, CancellationToken cancellationToken = default)
    {
        if (FindFaults(title) is [var fault, ..])
        {
            return fault;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ownerId = replaces is null ? actor.UserId
            : await db.DataSets.Current().ManagedBy(actor).Where(entry => entry.Id == replaces)
                .Select(entry => (int?)entry.OwnerId)
                .SingleOrDefaultAsync(cancellationToken);
        // Where what it was to replace has gone meanwhile, that is what is wrong, not its title: whoever stores it is told.
        return ownerId is null ? null : await FindClashAsync(db, actor, ownerId.Value, title!.Trim(), replaces, cancellationToken);
    }

    /// <summary>
    /// Whoever chooses a data set in the lab could not tell it from another of the same title. Of data sets that its owner does
    /// not see, nothing is told: where someone else sees both, the list says who brought which.
    /// </summary>
    internal async Task<Fault?> FindClashAsync(
        ClassroomDbContext db, Actor actor, int ownerId, string title, Guid? besides, CancellationToken cancellationToken)
    {
        var key = TitleKey.From(title);
        if (school.BuiltInDataSets.FirstOrDefault(builtIn => TitleKey.From(builtIn) == key) is { } taken)
        {
            return Taken(taken, "Give this one another title.");
        }

        // A person sees a few dozen, and a database does not compare titles like this.
        var role = await db.Users.Where(user => user.Id == ownerId).Select(user => user.Role).SingleAsync(cancellationToken);
        var seen = await db.DataSets.Current().VisibleTo(db, new Actor(ownerId, role)).Where(entry => entry.Id != besides)
            .Select(entry => new { entry.Title, entry.OwnerId })
            .ToListAsync(cancellationToken);
        if (seen.Find(entry => TitleKey.From(entry.Title) == key) is not { } found)
        {
            return null;
        }

        return Taken(
            found.Title,
            actor.Role == Role.Admin || found.OwnerId == actor.UserId
                ? "Give this one another title, or replace that one."
                : "Give this one another title.");
    }

    private static Fault Taken(string title, string remedy) =>
        new("title", $"There is a data set with the title “{title}” already. {remedy}");
}
