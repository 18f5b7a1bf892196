using Classroom.School.Accounts;
using Classroom.School.People;
using Classroom.School.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

public sealed class SessionTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_session_is_live_from_sign_in_to_sign_out_and_others_stay(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ana = await school.AddAsync(Role.Student);
        var (here, elsewhere) = (await SignInAsync(school, ana), await SignInAsync(school, ana));
        Assert.True(await school.Sessions.IsLiveAsync(here, Ct));

        await school.Sessions.EndAsync(here.SessionId, Ct);

        Assert.False(await school.Sessions.IsLiveAsync(here, Ct));
        Assert.True(await school.Sessions.IsLiveAsync(elsewhere, Ct));
        Assert.False(await school.Sessions.IsLiveAsync(here with { SessionId = "made up" }, Ct));
    }

    [Theory, BothProviders]
    public async Task A_sign_out_on_one_node_counts_on_another_within_ten_seconds(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var other = OtherNode(school);
        var ticket = await SignInAsync(school, await school.AddAsync(Role.Student));
        Assert.True(await other.IsLiveAsync(ticket, Ct));
        var told = new TaskCompletionSource();
        using var watching = other.Watch(ticket, told.SetResult);
        await other.CheckWatchedAsync(Ct);
        Assert.False(told.Task.IsCompleted);

        await school.Sessions.EndAsync(ticket.SessionId, Ct);
        school.Clock.Now += SessionService.BetweenChecks;
        await other.CheckWatchedAsync(Ct);

        await told.Task.WaitAsync(Ct);
        Assert.False(await other.IsLiveAsync(ticket, Ct));
        Assert.True(SessionService.BetweenChecks + SessionService.Fresh < TimeSpan.FromSeconds(10));
    }

    [Theory, BothProviders]
    public async Task An_unwatched_session_is_believed_for_a_few_seconds_only(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var other = OtherNode(school);
        var ticket = await SignInAsync(school, await school.AddAsync(Role.Student));
        Assert.True(await other.IsLiveAsync(ticket, Ct));
        await school.Sessions.EndAsync(ticket.SessionId, Ct);

        school.Clock.Now += SessionService.Fresh;

        Assert.False(await other.IsLiveAsync(ticket, Ct));
    }

    [Theory, BothProviders]
    public async Task Whoever_watches_on_the_node_where_it_ends_hears_of_it_at_once_and_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ticket = await SignInAsync(school, await school.AddAsync(Role.Student));
        var heard = System.Threading.Channels.Channel.CreateUnbounded<string>();
        using var watching = school.Sessions.Watch(ticket, () => heard.Writer.TryWrite("here"));
        school.Sessions.Watch(ticket, () => heard.Writer.TryWrite("gone")).Dispose();

        await school.Sessions.EndAsync(ticket.SessionId, Ct);
        Assert.Equal("here", await heard.Reader.ReadAsync(Ct));
        await school.Sessions.EndAsync(ticket.SessionId, Ct);

        // One who begins to watch hears of the next end, after whatever else there was to hear.
        var next = await SignInAsync(school, ticket.Actor);
        using var watchingNext = school.Sessions.Watch(next, () => heard.Writer.TryWrite("next"));
        await school.Sessions.EndAsync(next.SessionId, Ct);
        Assert.Equal("next", await heard.Reader.ReadAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task Another_role_another_password_and_a_removed_account_end_every_session(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var losses = new Func<IQueryable<User>, Task<int>>[]
        {
            user => user.ExecuteUpdateAsync(set => set.SetProperty(one => one.Role, Role.Student), Ct),
            user => user.ExecuteUpdateAsync(set => set.SetProperty(one => one.SecurityStamp, "another"), Ct),
            user => user.ExecuteDeleteAsync(Ct),
        };
        foreach (var lose in losses)
        {
            var teacher = await school.AddAsync(Role.Teacher);
            var ticket = await SignInAsync(school, teacher);
            Assert.True(await school.Sessions.IsLiveAsync(ticket, Ct));
            var told = new TaskCompletionSource();
            using var watching = school.Sessions.Watch(ticket, told.SetResult);
            await using (var db = school.OpenContext())
            {
                Assert.Equal(1, await lose(db.Users.Where(user => user.Id == teacher.UserId)));
            }

            school.Clock.Now += SessionService.Fresh;

            await school.Sessions.CheckWatchedAsync(Ct);
            await told.Task.WaitAsync(Ct);
            Assert.False(await school.Sessions.IsLiveAsync(ticket, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task A_new_password_ends_all_sessions_of_its_owner_at_once(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var admin = await school.AddAsync(Role.Admin);
        var created = await school.People.CreateAsync(
            admin, new NewPerson { UserName = "ana", DisplayName = "Ana", Role = Role.Student, Password = "the old one" }, Ct);
        var ana = new Actor(created.Value!.Person.Id, Role.Student);

        var before = await SignInAsync(school, ana);
        Assert.Null(await school.Passwords.ChangeAsync(ana, new PasswordChange("the old one", "the fresh one", "the fresh one"), Ct));
        Assert.False(await school.Sessions.IsLiveAsync(before, Ct));

        var after = await SignInAsync(school, ana);
        Assert.True(await school.Sessions.IsLiveAsync(after, Ct));
        Assert.True((await school.Passwords.ResetAsync(admin, ana.UserId, Ct)).Succeeded);
        Assert.False(await school.Sessions.IsLiveAsync(after, Ct));
    }

    [Theory, BothProviders]
    public async Task Asking_often_costs_one_query_in_five_seconds_and_all_that_is_watched_costs_one_together(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var tickets = new List<SessionTicket>();
        for (var i = 0; i < 5; i++)
        {
            tickets.Add(await SignInAsync(school, await school.AddAsync(Role.Student)));
        }

        school.Queries.Take();
        for (var i = 0; i < 20; i++)
        {
            Assert.True(await school.Sessions.IsLiveAsync(tickets[0], Ct));
        }

        Assert.Equal(1, school.Queries.Take());
        var watching = tickets.Select(ticket => school.Sessions.Watch(ticket, () => { })).ToList();
        for (var i = 0; i < 10; i++)
        {
            school.Clock.Now += SessionService.BetweenChecks;
            await school.Sessions.CheckWatchedAsync(Ct);
            Assert.True(await school.Sessions.IsLiveAsync(tickets[i % 5], Ct));
        }

        Assert.Equal(10, school.Queries.Take());
        watching.ForEach(one => one.Dispose());
        await school.Sessions.CheckWatchedAsync(Ct);
        Assert.Equal(0, school.Queries.Take());
    }

    [Theory, BothProviders]
    public async Task A_session_ends_after_twelve_hours_without_use_and_not_before(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ticket = await SignInAsync(school, await school.AddAsync(Role.Student));
        for (var i = 0; i < 3; i++)
        {
            school.Clock.Now += SessionService.IdleLimit - SessionService.SeenEvery;
            Assert.True(await school.Sessions.IsLiveAsync(ticket, Ct));
        }

        school.Clock.Now += SessionService.IdleLimit;

        Assert.False(await school.Sessions.IsLiveAsync(ticket, Ct));
    }

    [Theory, BothProviders]
    public async Task Old_sessions_are_deleted_and_nobody_has_more_than_a_hundred(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (ana, ben) = (await school.AddAsync(Role.Student), await school.AddAsync(Role.Student));
        var oldest = await SignInAsync(school, ana);
        var bens = await SignInAsync(school, ben);
        for (var i = 0; i < SessionService.MostPerPerson; i++)
        {
            await school.Sessions.StartAsync(ana.UserId, Ct);
        }

        Assert.Equal(SessionService.MostPerPerson + 1, await CountAsync(school));
        Assert.False(await school.Sessions.IsLiveAsync(oldest, Ct));
        Assert.True(await school.Sessions.IsLiveAsync(bens, Ct));

        await school.Sessions.EndAllAsync(ana.UserId, Ct);
        school.Clock.Now += TimeSpan.FromDays(6);
        Assert.Equal(0, await school.Sessions.DeleteOldAsync(Ct));
        school.Clock.Now += TimeSpan.FromDays(2);
        Assert.Equal(SessionService.MostPerPerson + 1, await school.Sessions.DeleteOldAsync(Ct));
        Assert.Equal(0, await CountAsync(school));
    }

    [Theory, BothProviders]
    public async Task What_is_stored_of_a_session_is_no_use_to_a_thief(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var ticket = await SignInAsync(school, await school.AddAsync(Role.Student));
        await using var db = school.OpenContext();
        var stored = await db.SignInSessions.SingleAsync(Ct);

        Assert.DoesNotContain(ticket.SessionId, stored.IdHash, StringComparison.OrdinalIgnoreCase);
        Assert.False(await school.Sessions.IsLiveAsync(ticket with { SessionId = stored.IdHash }, Ct));
        Assert.False(await school.Sessions.IsLiveAsync(ticket with { Actor = new Actor(ticket.Actor.UserId, Role.Admin) }, Ct));
    }

    private static SessionService OtherNode(TestSchool school) =>
        new(school.Services.GetRequiredService<IDbContextFactory<ClassroomDbContext>>(), school.Clock);

    private static async Task<SessionTicket> SignInAsync(TestSchool school, Actor who)
    {
        await using var db = school.OpenContext();
        var stamp = await db.Users.Where(user => user.Id == who.UserId).Select(user => user.SecurityStamp).SingleAsync(Ct);
        return new SessionTicket(await school.Sessions.StartAsync(who.UserId, Ct), who, stamp);
    }

    private static async Task<int> CountAsync(TestSchool school)
    {
        await using var db = school.OpenContext();
        return await db.SignInSessions.CountAsync(Ct);
    }
}
