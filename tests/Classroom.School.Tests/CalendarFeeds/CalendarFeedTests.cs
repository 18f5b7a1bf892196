using Classroom.School.Audit;
using Classroom.School.CalendarFeeds;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>The address of a feed: secret, renewed, turned off.</summary>
public sealed class CalendarFeedTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task An_address_can_be_read_again_is_stored_in_no_clear_text_and_is_its_persons_alone(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (maria, noah) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        Assert.Null(await Feeds(school).FindAsync(maria, Ct));

        var secret = await TurnOnAsync(school, maria);

        Assert.Matches("^[0-9a-f]{40}$", secret);
        Assert.Equal(secret, (await Feeds(school).FindAsync(maria, Ct))!.Secret);
        Assert.Null(await Feeds(school).FindAsync(noah, Ct));
        Assert.Empty((await Reader(school).ReadAsync(secret, Ct))!.Entries);
        await using var db = school.OpenContext();
        var stored = await db.CalendarFeeds.SingleAsync(Ct);
        Assert.DoesNotContain(secret, $"{stored.AddressHash} {stored.ProtectedSecret}", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            await db.Audit.ToListAsync(Ct), entry => $"{entry.Subject}{entry.Detail}".Contains(secret, StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task The_old_address_stops_at_once_when_it_is_renewed_or_turned_off(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (admin, maria) = (await school.AddAsync(Role.Admin), await school.AddAsync(Role.Student));
        var first = await TurnOnAsync(school, maria);

        var second = await TurnOnAsync(school, maria);

        Assert.NotEqual(first, second);
        Assert.Null(await Reader(school).ReadAsync(first, Ct));
        Assert.NotNull(await Reader(school).ReadAsync(second, Ct));
        Assert.Null(await Feeds(school).TurnOffAsync(maria, Ct));
        Assert.Null(await Feeds(school).TurnOffAsync(maria, Ct));
        Assert.Null(await Reader(school).ReadAsync(second, Ct));
        Assert.Null(await Feeds(school).FindAsync(maria, Ct));
        Assert.Equal(
            [AuditAction.CalendarTurnedOff, AuditAction.CalendarRenewed, AuditAction.CalendarTurnedOn],
            (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items.Select(line => line.Action).Take(3));
    }

    [Theory, BothProviders]
    public async Task What_is_no_address_is_not_looked_for(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var secret = await TurnOnAsync(school, await school.AddAsync(Role.Student));
        school.Queries.Take();
        foreach (var wrong in new[] { "", secret[..^1], secret.ToUpperInvariant() + "0", new string('\0', 40), new string('x', 10_000) })
        {
            Assert.Null(await Reader(school).ReadAsync(wrong, Ct));
        }

        Assert.Equal(0, school.Queries.Take());
        Assert.Null(await Reader(school).ReadAsync(new string('0', 40), Ct));
    }

    [Theory, BothProviders]
    public async Task Two_clicks_at_once_leave_one_address_and_a_lost_key_leaves_one_that_works(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var maria = await school.AddAsync(Role.Student);
        await TurnOnAsync(school, maria);

        Assert.All(await AtOnce(4, () => Feeds(school).RenewAsync(maria, Ct)), Assert.Null);

        var secret = (await Feeds(school).FindAsync(maria, Ct))!.Secret!;
        await using (var db = school.OpenContext())
        {
            Assert.Equal(
                1, await db.CalendarFeeds.ExecuteUpdateAsync(set => set.SetProperty(feed => feed.ProtectedSecret, "damaged"), Ct));
        }

        Assert.Null((await Feeds(school).FindAsync(maria, Ct))!.Secret);
        Assert.NotNull(await Reader(school).ReadAsync(secret, Ct));
    }

    [Theory, BothProviders]
    public async Task A_person_who_is_gone_has_no_feed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var maria = await school.AddAsync(Role.Student);
        var secret = await TurnOnAsync(school, maria);
        await using var db = school.OpenContext();

        await db.Users.Where(user => user.Id == maria.UserId).ExecuteDeleteAsync(Ct);

        Assert.Null(await Reader(school).ReadAsync(secret, Ct));
        Assert.IsType<Refusal.NotFound>(await Feeds(school).RenewAsync(maria, Ct));
    }

    internal static CalendarFeedService Feeds(TestSchool school) => school.Services.GetRequiredService<CalendarFeedService>();

    internal static CalendarFeedReader Reader(TestSchool school) => school.Services.GetRequiredService<CalendarFeedReader>();

    internal static async Task<string> TurnOnAsync(TestSchool school, Actor actor)
    {
        Assert.Null(await Feeds(school).RenewAsync(actor, Ct));
        return (await Feeds(school).FindAsync(actor, Ct))!.Secret!;
    }
}
