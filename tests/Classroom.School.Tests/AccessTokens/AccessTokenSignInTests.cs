using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.CalendarFeeds;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

public sealed class AccessTokenSignInTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_token_is_its_persons_until_it_is_revoked(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher, "Ada");
        var made = await AccessTokenTests.MakeAsync(school, teacher, "Export", scopes: TokenScopes.Grades);

        var bearer = await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct);

        Assert.Equal((teacher, "Ada", TokenScopes.Grades), (bearer!.Actor, bearer.DisplayName, bearer.Scopes));
        Assert.True(await AccessTokenTests.SignIn(school).IsLiveAsync(bearer.TokenId, teacher, Ct));
        Assert.Null(await AccessTokenTests.Tokens(school).RevokeAsync(teacher, made.Token.Id, Ct));
        Assert.Null(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
        Assert.False(await AccessTokenTests.SignIn(school).IsLiveAsync(bearer.TokenId, teacher, Ct));
        Assert.IsType<Refusal.NotFound>(await AccessTokenTests.Tokens(school).RevokeAsync(teacher, made.Token.Id, Ct));
        await using var db = school.OpenContext();
        Assert.Single(await db.Audit.Where(entry => entry.Action == AuditAction.AccessTokenRevoked).ToListAsync(Ct));
        Assert.DoesNotContain(
            await db.Audit.ToListAsync(Ct), entry => $"{entry.Subject}{entry.Detail}".Contains(made.Secret, StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task What_is_not_a_token_is_nobodys(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var made = await AccessTokenTests.MakeAsync(school, await school.AddAsync(Role.Teacher), "Export");
        var signIn = AccessTokenTests.SignIn(school);
        foreach (var wrong in new[]
        {
            "", "classroom_", made.Secret[..^1], made.Secret + "0", made.Secret.ToUpperInvariant(), made.Secret["classroom_".Length..],
            "classroom_" + new string('0', 64), "classroom_" + new string('\0', 64), "' OR 1=1 --",
        })
        {
            Assert.Null(await signIn.FindAsync(wrong, Ct));
        }

        // Nothing that cannot be one is looked for.
        school.Queries.Take();
        await signIn.FindAsync(new string('x', 10_000), Ct);
        Assert.Equal(0, school.Queries.Take());
    }

    [Theory, BothProviders]
    public async Task It_expires_to_the_second(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var made = await AccessTokenTests.MakeAsync(school, teacher, "Export", days: 1);

        school.Clock.Now += TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1);
        Assert.NotNull(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
        Assert.False(await AccessTokenTests.SignIn(school).IsLiveAsync(made.Token.Id, teacher, Ct));
    }

    [Theory, BothProviders]
    public async Task Its_last_use_is_written_once_an_hour(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var made = await AccessTokenTests.MakeAsync(school, teacher, "Export");
        var first = school.Clock.Now;

        async Task<DateTime?> UseAsync()
        {
            Assert.NotNull(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
            return Assert.Single((await AccessTokenTests.Tokens(school).ListAsync(teacher, Ct))!).LastUsedUtc;
        }

        Assert.Equal(first, await UseAsync());
        school.Clock.Now = first.AddMinutes(59);
        Assert.Equal(first, await UseAsync());
        school.Clock.Now = first.AddMinutes(60);
        Assert.Equal(school.Clock.Now, await UseAsync());
    }

    [Theory, BothProviders]
    public async Task A_password_from_somebody_else_revokes_all_of_them_and_ones_own_none(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (admin, other) = (await school.AddAsync(Role.Admin), await school.AddAsync(Role.Teacher));
        var added = await school.People.CreateAsync(
            admin, new NewPerson { UserName = "ada", DisplayName = "Ada", Role = Role.Teacher, Password = "three-quiet-otters" }, Ct);
        var ada = new Actor(added.Value!.Person.Id, Role.Teacher);
        var made = await AccessTokenTests.MakeAsync(school, ada, "Export");
        var others = await AccessTokenTests.MakeAsync(school, other, "Export");
        Assert.Null(await school.Services.GetRequiredService<CalendarFeedService>().RenewAsync(ada, Ct));

        Assert.Null(await school.Passwords.ChangeAsync(ada, new("three-quiet-otters", "four-loud-otters", "four-loud-otters"), Ct));
        Assert.NotNull(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
        Assert.True((await school.Passwords.ResetAsync(admin, ada.UserId, Ct)).Succeeded);

        Assert.Null(await AccessTokenTests.SignIn(school).FindAsync(made.Secret, Ct));
        Assert.NotNull(await AccessTokenTests.SignIn(school).FindAsync(others.Secret, Ct));
        Assert.Null(await school.Services.GetRequiredService<CalendarFeedService>().FindAsync(ada, Ct));
        var line = Assert.Single(
            (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items, line => line.Action == AuditAction.AccessTokenRevoked);
        Assert.Equal(("Export", "of ada, with a new password"), (line.Subject, line.Detail));
    }

    [Theory, BothProviders]
    public async Task Who_no_longer_teaches_or_is_gone_has_no_token(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (demoted, gone) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var made = new[] { await AccessTokenTests.MakeAsync(school, demoted, "A"), await AccessTokenTests.MakeAsync(school, gone, "B") };
        await using (var db = school.OpenContext())
        {
            await db.Users.Where(user => user.Id == demoted.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Student), Ct);
            await db.Users.Where(user => user.Id == gone.UserId).ExecuteDeleteAsync(Ct);
        }

        foreach (var (token, person) in made.Zip([demoted, gone]))
        {
            Assert.Null(await AccessTokenTests.SignIn(school).FindAsync(token.Secret, Ct));
            Assert.False(await AccessTokenTests.SignIn(school).IsLiveAsync(token.Token.Id, person, Ct));
        }
    }
}
