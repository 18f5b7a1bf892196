using Classroom.School.AccessTokens;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

public sealed class AccessTokenTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_token_is_shown_once_and_stored_only_as_a_hash(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var made = await Tokens(school).MakeAsync(
            teacher, new NewAccessToken("  Gradebook export ", TokenScopes.Read | TokenScopes.Grades), Ct);

        Assert.Matches("^classroom_[0-9a-f]{64}$", made.Value!.Secret);
        var listed = Assert.Single((await Tokens(school).ListAsync(teacher, Ct))!);
        Assert.Equal(made.Value.Token, listed);
        Assert.Equal(
            ("Gradebook export", TokenScopes.Read | TokenScopes.Grades, school.Clock.Now.AddDays(90), default(DateTime?)),
            (listed.Name, listed.Scopes, listed.ExpiresUtc, listed.LastUsedUtc));
        await using var db = school.OpenContext();
        var stored = await db.AccessTokens.SingleAsync(Ct);
        Assert.Matches("^[0-9A-F]{64}$", stored.Hash);
        Assert.DoesNotContain(made.Value.Secret["classroom_".Length..], stored.Hash, StringComparison.OrdinalIgnoreCase);
        var entry = Assert.Single(await db.Audit.ToListAsync(Ct), entry => entry.Action == AuditAction.AccessTokenMade);
        Assert.Equal(("Gradebook export", "for read, grades, 90 days long"), (entry.Subject, entry.Detail));
    }

    [Theory, BothProviders]
    public async Task Everything_wrong_is_named_at_once_and_nothing_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        await MakeAsync(school, teacher, "Export");

        foreach (var (wanted, fields) in new (NewAccessToken, string[])[]
        {
            (new(" ", TokenScopes.None, 0), ["days", "name", "scopes"]),
            (new(new string('x', 61), (TokenScopes)64, 366), ["days", "name", "scopes"]),
            (new("a\u202eb", TokenScopes.Read, null), ["days", "name"]),
            (new("EXPORT ", TokenScopes.Read), ["name"]),
        })
        {
            var refusal = Assert.IsType<Refusal.Invalid>((await Tokens(school).MakeAsync(teacher, wanted, Ct)).Refusal);
            Assert.Equal(fields, refusal.Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
        }

        Assert.Single((await Tokens(school).ListAsync(teacher, Ct))!);
        // Another person's names are hers.
        await MakeAsync(school, await school.AddAsync(Role.Admin), "Export");
    }

    [Theory, BothProviders]
    public async Task A_student_has_none_and_nobody_sees_or_revokes_those_of_another(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, other, student) = (
            await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Admin), await school.AddAsync(Role.Student));
        var made = await MakeAsync(school, teacher, "Mine");

        Assert.Null(await Tokens(school).ListAsync(student, Ct));
        Assert.IsType<Refusal.NotFound>((await Tokens(school).MakeAsync(student, new("Mine", TokenScopes.Read), Ct)).Refusal);
        Assert.Empty((await Tokens(school).ListAsync(other, Ct))!);
        foreach (var stranger in new[] { other, student, teacher with { Role = Role.Student } })
        {
            Assert.IsType<Refusal.NotFound>(await Tokens(school).RevokeAsync(stranger, made.Token.Id, Ct));
        }

        Assert.NotNull(await SignIn(school).FindAsync(made.Secret, Ct));
    }

    [Theory, BothProviders]
    public async Task One_person_has_twenty_at_most_however_fast_she_asks(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        for (var i = 1; i < AccessTokenService.MostPerPerson - 1; i++)
        {
            await MakeAsync(school, teacher, $"Token {i}");
        }

        var asked = 0;
        var outcomes = await AtOnce(
            4, () => Tokens(school).MakeAsync(teacher, new($"At once {Interlocked.Increment(ref asked)}", TokenScopes.Read), Ct));

        Assert.Equal(2, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.Conflict>(outcome.Refusal));
        Assert.Equal(AccessTokenService.MostPerPerson, (await Tokens(school).ListAsync(teacher, Ct))!.Count);
    }

    [Theory, BothProviders]
    public async Task Expired_tokens_are_shown_for_a_month_and_then_deleted(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        await MakeAsync(school, teacher, "A week", 7);
        await MakeAsync(school, teacher, "A year", 365);

        school.Clock.Now += TimeSpan.FromDays(37) - TimeSpan.FromSeconds(1);
        Assert.Equal(0, await Tokens(school).DeleteOldAsync(Ct));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(1, await Tokens(school).DeleteOldAsync(Ct));
        Assert.Equal(["A year"], (await Tokens(school).ListAsync(teacher, Ct))!.Select(token => token.Name));
    }

    internal static AccessTokenService Tokens(TestSchool school) => school.Services.GetRequiredService<AccessTokenService>();

    internal static AccessTokenSignIn SignIn(TestSchool school) => school.Services.GetRequiredService<AccessTokenSignIn>();

    internal static async Task<MadeAccessToken> MakeAsync(
        TestSchool school, Actor actor, string name, int days = 90, TokenScopes scopes = TokenScopes.Read) =>
        (await Tokens(school).MakeAsync(actor, new NewAccessToken(name, scopes, days), Ct)).Value!;
}
