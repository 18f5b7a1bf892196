using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.People;
using Classroom.School.SignInCards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>First passwords on cards, from when they are made until they are printed.</summary>
public sealed class SignInCardTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_card_has_the_password_that_works_and_the_database_shows_it_to_nobody(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var made = await AddAsync(school, staffed, "Zoe", "Ana");

        var cards = (await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct))!;

        Assert.Equal(2, await Cards(school).CountAsync(staffed.Teacher, staffed.ClassId, Ct));
        Assert.Equal(("7b", false), (cards.ClassName, cards.IsArchived));
        Assert.Equal(["Ana", "Zoe"], cards.Cards.Select(card => card.Student.DisplayName));
        foreach (var card in cards.Cards)
        {
            Assert.Equal(made.Single(account => account.Person == card.Student).Password, card.Secret);
            Assert.True(await school.PasswordIsRightAsync(card.Student.Id, card.Secret!));
            Assert.DoesNotContain(card.Secret!, $"{card}", StringComparison.Ordinal);
        }

        await using var db = school.OpenContext();
        Assert.All(
            await db.SignInCards.ToListAsync(Ct),
            card => Assert.DoesNotContain(cards.Cards, seen => card.ProtectedSecret!.Contains(seen.Secret!, StringComparison.Ordinal)));
    }

    [Theory, BothProviders]
    public async Task Only_who_may_reset_passwords_sees_cards_and_says_that_they_are_printed(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        await AddAsync(school, staffed, "Ana");
        int[] ids =
            [.. (await Cards(school).ReadAsync(staffed.Admin, staffed.ClassId, cancellationToken: Ct))!.Cards.Select(card => card.Id)];

        foreach (var stranger in new[] { staffed.Assistant, staffed.Stranger, staffed.Student, staffed.Waiting })
        {
            Assert.Null(await Cards(school).ReadAsync(stranger, staffed.ClassId, cancellationToken: Ct));
            Assert.Equal(0, await Cards(school).CountAsync(stranger, staffed.ClassId, Ct));
            Assert.IsType<Refusal.NotFound>(await Cards(school).SetPrintedAsync(stranger, staffed.ClassId, ids, Ct));
            Assert.IsType<Refusal.NotFound>(await school.Passwords.ResetToCardAsync(stranger, staffed.ClassId, staffed.Student.UserId, Ct));
        }

        // A teacher of another class cannot reach them through her own.
        var other = await school.AddClassAsync(staffed.Stranger);
        Assert.Null(await Cards(school).SetPrintedAsync(staffed.Stranger, other, ids, Ct));
        Assert.Equal(1, await Cards(school).CountAsync(staffed.Owner, staffed.ClassId, Ct));
    }

    [Theory, BothProviders]
    public async Task Printed_cards_are_gone_and_those_made_meanwhile_stay(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        await AddAsync(school, staffed, "Ana");
        var seen = (await Cards(school).ReadAsync(staffed.Teacher, staffed.ClassId, cancellationToken: Ct))!.Cards;
        await AddAsync(school, staffed, "Ben");

        Assert.Null(await Cards(school).SetPrintedAsync(staffed.Teacher, staffed.ClassId, [.. seen.Select(card => card.Id), -1], Ct));
        Assert.Null(await Cards(school).SetPrintedAsync(staffed.Teacher, staffed.ClassId, [.. seen.Select(card => card.Id)], Ct));

        Assert.Equal(["Ben"], await NamesAsync(school, staffed));
        var printed = (await school.Audit.ListAsync(staffed.Admin, cancellationToken: Ct))!.Items
            .Where(line => line.Action == AuditAction.CardsPrinted).ToList();
        Assert.Equal(("7b", "ana"), (Assert.Single(printed).Subject, printed[0].Detail));
    }

    [Theory, BothProviders]
    public async Task That_cards_were_seen_is_in_the_audit_log_once_an_hour_and_never_with_a_password(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var secret = (await AddAsync(school, staffed, "Ana"))[0].Password;
        async Task<List<AuditLine>> SeenAsync() => [.. (await school.Audit.ListAsync(staffed.Admin, cancellationToken: Ct))!.Items
            .Where(line => line.Action == AuditAction.CardsSeen)];

        for (var look = 0; look < 3; look++)
        {
            await Cards(school).ReadAsync(staffed.Teacher, staffed.ClassId, cancellationToken: Ct);
        }

        Assert.Equal(("7b", "on the page: ana"), (Assert.Single(await SeenAsync()).Subject, (await SeenAsync())[0].Detail));
        await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct);
        await Cards(school).ReadAsync(staffed.Teacher, staffed.ClassId, "as a PDF", Ct);
        school.Clock.Now += TimeSpan.FromHours(2);
        await Cards(school).ReadAsync(staffed.Teacher, staffed.ClassId, cancellationToken: Ct);

        Assert.Equal(4, (await SeenAsync()).Count);
        Assert.DoesNotContain(
            (await school.Audit.ListAsync(staffed.Admin, cancellationToken: Ct))!.Items,
            line => $"{line}".Contains(secret, StringComparison.Ordinal));
    }

    [Theory, BothProviders]
    public async Task A_reset_from_the_roster_makes_the_one_card_of_the_student_anew(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var ana = (await AddAsync(school, staffed, "Ana"))[0];
        var old = (await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct))!.Cards[0];

        Assert.Null(await school.Passwords.ResetToCardAsync(staffed.Teacher, staffed.ClassId, ana.Person.Id, Ct));

        var fresh = Assert.Single((await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct))!.Cards);
        Assert.False(await school.PasswordIsRightAsync(ana.Person.Id, ana.Password));
        Assert.True(await school.PasswordIsRightAsync(ana.Person.Id, fresh.Secret!));
        // Somebody's old page must not delete the new card.
        await Cards(school).SetPrintedAsync(staffed.Owner, staffed.ClassId, [old.Id], Ct);
        Assert.Equal(["Ana"], await NamesAsync(school, staffed));
        foreach (var other in new[] { staffed.Waiting, staffed.Removed, staffed.Assistant })
        {
            Assert.IsType<Refusal.NotFound>(await school.Passwords.ResetToCardAsync(staffed.Owner, staffed.ClassId, other.UserId, Ct));
        }
    }

    [Theory, BothProviders]
    public async Task A_card_goes_once_its_password_no_longer_works_or_its_time_is_over(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var made = await AddAsync(school, staffed, "Ana", "Ben", "Cy", "Dee");
        var ana = new Actor(made[0].Person.Id, Role.Student);

        Assert.Null(await school.Passwords.ChangeAsync(ana, new PasswordChange(made[0].Password, "my own one", "my own one"), Ct));
        Assert.Equal(["Ben", "Cy", "Dee"], await NamesAsync(school, staffed));
        await school.Passwords.ResetAsync(staffed.Admin, made[1].Person.Id, Ct);
        Assert.Equal(["Cy", "Dee"], await NamesAsync(school, staffed));
        Assert.Null(await school.Rosters.RemoveAsync(staffed.Owner, staffed.ClassId, made[2].Person.Id, Ct));
        Assert.Equal(["Dee"], await NamesAsync(school, staffed));

        school.Clock.Now += SignInCardService.Patience - TimeSpan.FromSeconds(1);
        Assert.Equal(0, await Cards(school).DeleteOldAsync(Ct));
        school.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Empty(await NamesAsync(school, staffed));
        Assert.Equal(2, await Cards(school).DeleteOldAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_card_whose_key_is_gone_says_so_instead_of_failing(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        await AddAsync(school, staffed, "Ana");
        await using (var db = school.OpenContext())
        {
            await db.SignInCards.ExecuteUpdateAsync(set => set.SetProperty(card => card.ProtectedSecret, "damaged"), Ct);
        }

        Assert.Null(Assert.Single((await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct))!.Cards).Secret);
    }

    private static async Task<IReadOnlyList<Credentials>> AddAsync(TestSchool school, Staffed staffed, params string[] names) =>
        (await school.Services.GetRequiredService<ClassAccountService>().CreateAsync(
            staffed.Owner, staffed.ClassId, [.. names.Select(name => new NewStudent(name))], cancellationToken: Ct)).Value!.People;

    private static async Task<IEnumerable<string>> NamesAsync(TestSchool school, Staffed staffed) =>
        (await Cards(school).ReadAsync(staffed.Owner, staffed.ClassId, cancellationToken: Ct))!.Cards
            .Select(card => card.Student.DisplayName);

    private static SignInCardService Cards(TestSchool school) => school.Services.GetRequiredService<SignInCardService>();
}
