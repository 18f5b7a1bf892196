using Classroom.School.Accounts;
using Classroom.School.Audit;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>Accounts that a teacher makes for her class.</summary>
public sealed class ClassAccountTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task A_class_gets_accounts_that_work_and_are_in_the_audit_log(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var admin = await school.AddAsync(Role.Admin);
        var classId = await school.AddClassAsync(teacher);

        var made = (await Accounts(school).CreateAsync(
            teacher, classId, [new(" María del Carmen López "), new("Maria Lopez"), new("Bo", "B.o-1")], cancellationToken: Ct))
            .Value!.People;

        Assert.Equal(["maria.lopez", "maria.lopez2", "B.o-1"], made.Select(account => account.Person.UserName));
        Assert.Equal(["María del Carmen López", "Maria Lopez", "Bo"], made.Select(account => account.Person.DisplayName));
        Assert.All(made, account => Assert.Equal(Role.Student, account.Person.Role));
        foreach (var account in made)
        {
            Assert.True(await school.PasswordIsRightAsync(account.Person.Id, account.Password));
        }

        Assert.Equal(
            made.Select(account => account.Person.Id).Order(),
            (await school.Rosters.ListAsync(teacher, classId, Ct))!.Select(entry => entry.Student.Id).Order());
        var entries = (await school.Audit.ListAsync(admin, cancellationToken: Ct))!.Items.Take(6).ToList();
        Assert.Equal(3, entries.Count(entry => entry.Action == AuditAction.PersonCreated));
        Assert.Equal(3, entries.Count(entry => entry is { Action: AuditAction.StudentEnrolled, Detail: "in 7b" }));
        Assert.DoesNotContain(entries, entry => made.Any(account => $"{entry}".Contains(account.Password, StringComparison.Ordinal)));
    }

    [Theory, BothProviders]
    public async Task Only_teachers_of_the_class_and_admins_make_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var student = await school.AddAsync(Role.Student);
        var classId = await school.AddClassAsync(await school.AddAsync(Role.Teacher), student);
        foreach (var stranger in new[] { student, await school.AddAsync(Role.Teacher) })
        {
            // What is wrong with the list is not told either.
            var refused = await Accounts(school).CreateAsync(stranger, classId, [new("")], cancellationToken: Ct);
            Assert.IsType<Refusal.NotFound>(refused.Refusal);
        }

        var admin = await school.AddAsync(Role.Admin);
        Assert.IsType<Refusal.NotFound>((await Accounts(school).CreateAsync(admin, 99_999, [new("Ana")], cancellationToken: Ct)).Refusal);
        Assert.True((await Accounts(school).CreateAsync(admin, classId, [new("Ana")], cancellationToken: Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task All_faults_are_named_with_their_places_and_nothing_is_stored(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        await Accounts(school).CreateAsync(teacher, classId, [new("Ana", "ana")], cancellationToken: Ct);
        await using var db = school.OpenContext();
        var before = (await db.Users.CountAsync(Ct), await db.Audit.CountAsync(Ct));

        var refused = await Accounts(school).CreateAsync(
            teacher,
            classId,
            [
                new("Fine"), new(""), new(new string('n', 101)), new("\u202Ename"), new("A", "ANA"), new("B", "bo"), new("C", "BO"),
                new("D", ""), new("E", "e e"), new("F", new string('f', 51)),
            ],
            [new("people[0]", "Unread.")],
            Ct);

        Assert.Equal(
            ["people[0]", "people[1].name", "people[2].name", "people[3].name", "people[4].userName", "people[6].userName",
                "people[7].userName", "people[8].userName", "people[9].userName"],
            Assert.IsType<Refusal.Invalid>(refused.Refusal).Faults.Select(fault => fault.Field).Order(StringComparer.Ordinal));
        Assert.Equal(before, (await db.Users.CountAsync(Ct), await db.Audit.CountAsync(Ct)));
        foreach (var people in new[] { [], Enumerable.Range(0, 101).Select(n => new NewStudent($"P {n}")).ToArray() })
        {
            var count = await Accounts(school).CreateAsync(teacher, classId, people, cancellationToken: Ct);
            Assert.Equal(["people"], Assert.IsType<Refusal.Invalid>(count.Refusal).Faults.Select(fault => fault.Field));
        }
    }

    [Theory, BothProviders]
    public async Task Two_teachers_at_once_never_share_a_user_name(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classes = new[] { await school.AddClassAsync(teacher), await school.AddClassAsync(teacher) };

        var made = await Task.WhenAll(classes.Select(classId => Task.Run(
            () => Accounts(school).CreateAsync(teacher, classId, [new("Li Na"), new("李娜"), new("Li Na")], cancellationToken: Ct), Ct)));

        var names = made.SelectMany(accounts => accounts.Value!.People.Select(account => account.Person.UserName)).ToList();
        Assert.Equal(
            ["li.na", "li.na2", "li.na3", "li.na4", "student", "student2"], names.Order(StringComparer.Ordinal));
    }

    [Theory, BothProviders]
    public async Task User_names_have_letters_that_every_keyboard_has(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var names = new[]
        {
            ("Łukasz Groß-Ødegård", "lukasz.grossodegard"), ("O'Brien", "obrien"), ("Ana Sofía de la Cruz", "ana.cruz"),
            ("山田 太郎", "student"), ("李 Wei", "wei"), ("Wolfeschlegelsteinhausenbergerdorff", "wolfeschlegelsteinhausenberger"),
        };

        var made = await Accounts(school).CreateAsync(
            teacher, await school.AddClassAsync(teacher), [.. names.Select(name => new NewStudent(name.Item1))], cancellationToken: Ct);

        Assert.Equal(names.Select(name => name.Item2), made.Value!.People.Select(account => account.Person.UserName));
    }

    private static ClassAccountService Accounts(TestSchool school) => school.Services.GetRequiredService<ClassAccountService>();
}
