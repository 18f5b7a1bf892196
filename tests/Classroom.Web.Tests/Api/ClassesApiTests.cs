using System.Text.Json;
using Classroom.School;
using Classroom.School.Audit;
using Classroom.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Api;

public sealed class ClassesApiTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_makes_accounts_for_her_class_and_gets_each_password_once()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var students = $"/api/classes/{scene.Class.Id}/students";
        var own = $"ana{scene.Class.Id}";

        var made = (await teacher.Http.DoAsync("POST", students, $$"""
            { "people": [ { "name": "José Ñandú{{scene.Class.Id}}" }, { "name": "Jose Nandu{{scene.Class.Id}}" },
                          { "name": "Ana", "userName": "{{own}}" }, { "name": "李雷", "userName": null } ] }
            """)).EnumerateArray().ToList();

        Assert.Equal(
            [$"jose.nandu{scene.Class.Id}", $"jose.nandu{scene.Class.Id}2", own],
            made.Take(3).Select(student => student.GetProperty("userName").GetString()!));
        Assert.StartsWith("student", made[3].GetProperty("userName").GetString(), StringComparison.Ordinal);
        foreach (var student in made)
        {
            using var signedIn = await host.SignInAsync(
                student.GetProperty("userName").GetString()!, student.GetProperty("password").GetString()!);
            var classes = await signedIn.Http.DoAsync("GET", "/api/classes");
            Assert.Equal([scene.Class.Id], classes.EnumerateArray().Select(c => c.GetProperty("id").GetInt32()));
            Assert.False(classes[0].TryGetProperty("code", out _));
        }

        var listed = await teacher.Http.DoAsync("GET", students);
        Assert.Empty(Ids(made).Except(Ids(listed.EnumerateArray())));
        Assert.DoesNotContain("password", listed.ToString(), StringComparison.OrdinalIgnoreCase);
        await using var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct);
        Assert.Equal(
            [AuditAction.PersonCreated, AuditAction.StudentEnrolled],
            await db.Audit.Where(entry => entry.Subject == own).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Ct));
    }

    [Fact]
    public async Task Every_wrong_line_is_named_and_nobody_is_stored()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var students = $"/api/classes/{scene.Class.Id}/students";

        var faults = await teacher.Http.FaultsAsync("POST", students, $$"""
            { "people": [ { "name": "Fine" }, { "name": " " }, { "name": "Taken", "userName": "{{scene.Maria.Person.UserName}}" }, 7,
                          { "name": 8 }, { "name": "A", "userName": "same" }, { "name": "B", "userName": "SAME" },
                          { "name": "C", "userName": "no spaces" }, { "name": "D\u0007" }, { "name": "E", "role": "Admin" } ] }
            """);

        Assert.Equal(
            ["people[1].name", "people[2].userName", "people[3]", "people[4].name", "people[6].userName", "people[7].userName",
                "people[8].name", "people[9].role"],
            faults.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(scene.Maria.Person.UserName, faults["people[2].userName"], StringComparison.Ordinal);
        Assert.Equal(2, (await teacher.Http.DoAsync("GET", students)).GetArrayLength());
        Assert.Equal(["people"], (await teacher.Http.FaultsAsync("POST", students, """{ "people": [] }""")).Keys);
        Assert.Equal(["people"], (await teacher.Http.FaultsAsync("POST", students, "{}")).Keys);
        var crowd = JsonSerializer.Serialize(new { people = Enumerable.Range(1, 101).Select(n => new { name = $"P {n}" }) });
        Assert.Contains("101", (await teacher.Http.FaultsAsync("POST", students, crowd))["people"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_makes_a_class_with_its_teachers()
    {
        var scene = await SchoolScene.NewAsync(host);
        var admin = await host.LookAsAsync("admin");

        var made = await admin.Http.DoAsync(
            "POST", "/api/classes", $$"""{ "name": "8c", "teachers": [{{scene.Teacher.Person.Id}}] }""");

        using var teacher = await scene.SignInAsync(scene.Teacher);
        var seen = (await teacher.Http.DoAsync("GET", "/api/classes")).EnumerateArray()
            .Single(c => c.GetProperty("id").GetInt32() == made.GetProperty("id").GetInt32());
        Assert.Equal(
            ("8c", made.GetProperty("code").GetString(), 0),
            (seen.GetProperty("name").GetString(), seen.GetProperty("code").GetString(), seen.GetProperty("students").GetInt32()));
        var faults = await admin.Http.FaultsAsync(
            "POST", "/api/classes", $$"""{ "name": "", "teachers": [{{scene.Maria.Person.Id}}] }""");
        Assert.Equal(["name", "teachers"], faults.Keys.Order());
    }

    private static IEnumerable<int> Ids(IEnumerable<JsonElement> list) => list.Select(item => item.GetProperty("id").GetInt32());
}
