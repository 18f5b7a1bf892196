using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>What a teacher is told about a list of names before anything is stored.</summary>
public sealed class RosterPreviewTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task Every_line_gets_a_user_name_that_is_free_and_hears_why_it_is_another_one(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var elsewhere = await school.AddClassAsync(await school.AddAsync(Role.Teacher));
        var classId = await school.AddClassAsync(teacher);
        var admin = await school.AddAsync(Role.Admin);
        await Accounts(school).CreateAsync(admin, elsewhere, [new("Ana Ruiz"), new("Bo", "bo")], cancellationToken: Ct);
        await using var db = school.OpenContext();
        var before = (await db.Users.CountAsync(Ct), await db.Audit.CountAsync(Ct), await db.SignInCards.CountAsync(Ct));

        var students = await PreviewAsync(
            school,
            teacher,
            classId,
            new(" Ana Ruiz "), new("Bo Berg", "BO"), new("Cy", "same"), new("Cy Two", "Same"), new("Dee", "d é\0"),
            new("Eve", new string('e', 51)), new("Fay", " "), new("Gus", "gus.1"));

        Assert.Equal(
            ["ana.ruiz2", "bo.berg", "same", "cy.two", "dee", "eve", "fay", "gus.1"], students.Select(student => student.UserName));
        Assert.Equal("Ana Ruiz", students[0].Name);
        Assert.Equal(
            [null, "Someone already has the user name \"BO\".", null, "Someone above in this list has the user name \"Same\" too."],
            students.Take(4).Select(student => student.UserNameNote?.Split(" \"bo.berg\"")[0].Split(" \"cy.two\"")[0]));
        Assert.Contains("cannot be a user name", students[4].UserNameNote, StringComparison.Ordinal);
        Assert.Contains("51 characters", students[5].UserNameNote, StringComparison.Ordinal);
        Assert.All(students, student => Assert.Null(student.NameFault));
        // Whoever has the same name elsewhere is nobody's business here.
        Assert.All(students, student => Assert.Null(student.InClass));
        Assert.Equal(before, (await db.Users.CountAsync(Ct), await db.Audit.CountAsync(Ct), await db.SignInCards.CountAsync(Ct)));
        NewStudent[] proposed = [.. students.Select(student => new NewStudent(student.Name, student.UserName))];
        Assert.True((await Accounts(school).CreateAsync(teacher, classId, proposed, cancellationToken: Ct)).Succeeded);
    }

    [Theory, BothProviders]
    public async Task Names_that_look_alike_are_found_in_the_list_and_in_the_class(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);

        var students = await PreviewAsync(
            school,
            staffed.Teacher,
            staffed.ClassId,
            new("STUDENT"), new("waiting"), new("Removed"), new("José  Díaz"), new("Jose\u0301 DI\u0301AZ"), new(""), new(" "));

        Assert.Equal(
            [EnrolmentState.Enrolled, EnrolmentState.Waiting, EnrolmentState.Removed, null, null, null, null],
            students.Select(student => student.InClass));
        Assert.Equal([null, null, null, null, 3, null, null], students.Select(student => student.SameNameAs));
    }

    [Theory, BothProviders]
    public async Task What_is_wrong_with_a_name_is_said_in_words_that_a_teacher_understands(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);

        var students = await PreviewAsync(
            school,
            teacher,
            await school.AddClassAsync(teacher),
            new("Mari\u0007a Lopez"), new("\u200BBen"), new(""), new(new string('x', 101)));

        Assert.Contains("After \"Mari\" comes a character that cannot be seen", students[0].NameFault, StringComparison.Ordinal);
        Assert.Contains("begins with a character that cannot be seen", students[1].NameFault, StringComparison.Ordinal);
        Assert.All(students, student => Assert.NotNull(student.NameFault));
        Assert.All(students, student => Assert.Equal("", student.UserName));
    }

    [Theory, BothProviders]
    public async Task Only_who_may_add_students_sees_a_preview(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        foreach (var stranger in new[] { staffed.Assistant, staffed.Stranger, staffed.Student, staffed.Waiting })
        {
            Assert.IsType<Refusal.NotFound>((await Accounts(school).PreviewAsync(stranger, staffed.ClassId, [new("Ana")], Ct)).Refusal);
        }

        foreach (var people in new[] { [], Enumerable.Range(0, 101).Select(n => new NewStudent($"P {n}")).ToArray() })
        {
            Assert.IsType<Refusal.Invalid>((await Accounts(school).PreviewAsync(staffed.Owner, staffed.ClassId, people, Ct)).Refusal);
        }

        await school.ClassArchive.ArchiveAsync(staffed.Owner, staffed.ClassId, Ct);
        Assert.IsType<Refusal.Conflict>((await Accounts(school).PreviewAsync(staffed.Owner, staffed.ClassId, [new("Ana")], Ct)).Refusal);
    }

    [Theory, BothProviders]
    public async Task A_hundred_lines_take_a_handful_of_queries(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var teacher = await school.AddAsync(Role.Teacher);
        var classId = await school.AddClassAsync(teacher);
        school.Queries.Take();

        var students = await PreviewAsync(
            school, teacher, classId, [.. Enumerable.Range(0, 100).Select(n => new NewStudent("Li Na", $"u{n / 2}"))]);

        Assert.InRange(school.Queries.Take(), 1, 6);
        Assert.Equal(100, students.Select(student => student.UserName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    private static async Task<IReadOnlyList<StudentProposal>> PreviewAsync(
        TestSchool school, Actor actor, int classId, params NewStudent[] people) =>
        (await Accounts(school).PreviewAsync(actor, classId, people, Ct)).Value!.Students;

    private static ClassAccountService Accounts(TestSchool school) => school.Services.GetRequiredService<ClassAccountService>();
}
