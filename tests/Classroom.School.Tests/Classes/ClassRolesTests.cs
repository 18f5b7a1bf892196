using Classroom.School.Assignments;
using Classroom.School.Classes;
using Xunit.Sdk;

namespace Classroom.School.Tests;

/// <summary>Who may do what in a class: each operation as everyone.</summary>
public sealed class ClassRolesTests(SchoolTemplates templates)
{
    private static readonly Dictionary<string, Func<TestSchool, Staffed, Actor, Task<bool>>> Operations = new()
    {
        ["sees the class"] = async (school, c, who) => await c.SeenAsync(school, who) is not null,
        ["reads the roster"] = async (school, c, who) => await school.Rosters.ListAsync(who, c.ClassId, Ct) is not null,
        ["reads who waits"] = async (school, c, who) => await school.WaitingRooms.GetAsync(who, c.ClassId, Ct) is not null,
        ["reads progress"] = async (school, c, who) => await school.Progress.ClassProgressAsync(who, c.ClassId, Ct) is not null,
        ["reads a student"] = async (school, c, who) =>
            await school.Progress.StudentOfClassAsync(who, c.ClassId, c.Student.UserId, Ct) is not null,
        ["reads an assignment"] = async (school, c, who) =>
            await school.Assignments.FindAsync(who, await AssignedAsync(school, c), Ct) is not null,
        ["renames"] = async (school, c, who) =>
            Done(await school.ClassSettings.ChangeAsync(who, c.ClassId, new("8b"), await VersionAsync(school, c), Ct)),
        ["renews the code"] = async (school, c, who) => Done((await school.JoinCodes.RenewAsync(who, c.ClassId, Ct)).Refusal),
        ["turns the code off"] = async (school, c, who) =>
            Done(await school.JoinCodes.SetValidityAsync(who, c.ClassId, CodeValidity.Off, Ct)),
        ["removes a student"] = async (school, c, who) => Done(await school.Rosters.RemoveAsync(who, c.ClassId, c.Student.UserId, Ct)),
        ["lets in"] = async (school, c, who) => Done(await school.WaitingRooms.AdmitAsync(who, c.ClassId, c.Waiting.UserId, Ct)),
        ["lets back in"] = async (school, c, who) => Done(await school.WaitingRooms.AdmitAsync(who, c.ClassId, c.Removed.UserId, Ct)),
        ["refuses"] = async (school, c, who) => Done(await school.WaitingRooms.RefuseAsync(who, c.ClassId, c.Waiting.UserId, Ct)),
        ["lets all in"] = async (school, c, who) => Done(await school.WaitingRooms.AdmitAllAsync(who, c.ClassId, [c.Waiting.UserId], Ct)),
        ["refuses all"] = async (school, c, who) => Done(await school.WaitingRooms.RefuseAllAsync(who, c.ClassId, [c.Waiting.UserId], Ct)),
        ["resets a password"] = async (school, c, who) => Done((await school.Passwords.ResetAsync(who, c.Student.UserId, Ct)).Refusal),
        ["assigns"] = async (school, c, who) => Done((await school.Assignments.AssignAsync(who, c.ClassId, Wanted(school), Ct)).Refusal),
        ["edits an assignment"] = async (school, c, who) =>
            Done((await school.Assignments.EditAsync(who, await AssignedAsync(school, c), Wanted(school), 0, Ct)).Refusal),
        ["previews an edit"] = async (school, c, who) =>
            await school.AssignmentPreview.CompareAsync(who, await AssignedAsync(school, c), Wanted(school), Ct) is not null,
        ["removes an assignment"] = async (school, c, who) =>
            Done(await school.Assignments.RemoveAsync(who, c.ClassId, await AssignedAsync(school, c), Ct)),
        ["copies"] = async (school, c, who) => Done((await school.ClassCopies.CopyAsync(who, c.ClassId, new("8b", 0), Ct)).Refusal),
        ["adds a teacher"] = async (school, c, who) =>
            Done(await school.ClassTeachers.AddByNameAsync(who, c.ClassId, await NameAsync(school, c.Stranger), ClassRole.Teacher, Ct)),
        ["removes a teacher"] = async (school, c, who) =>
            Done(await school.ClassTeachers.RemoveAsync(who, c.ClassId, c.Teacher.UserId, Ct)),
        ["changes a role"] = async (school, c, who) =>
            Done(await school.ClassTeachers.ChangeRoleAsync(who, c.ClassId, c.Teacher.UserId, ClassRole.Assistant, Ct)),
        ["hands the class on"] = async (school, c, who) =>
            Done(await school.ClassTeachers.ChangeRoleAsync(who, c.ClassId, c.Teacher.UserId, ClassRole.Owner, Ct)),
        ["archives"] = async (school, c, who) => Done(await school.ClassArchive.ArchiveAsync(who, c.ClassId, Ct)),
        ["restores"] = async (school, c, who) => Done(await school.ClassArchive.RestoreAsync(who, c.ClassId, Ct)),
        ["puts a student in"] = async (school, c, who) => Done(await school.Rosters.EnrolAsync(who, c.ClassId, c.Removed.UserId, Ct)),
        ["adds a teacher by number"] = async (school, c, who) =>
            Done(await school.ClassTeachers.AddAsync(who, c.ClassId, c.Stranger.UserId, Ct)),
        ["creates a class for others"] = async (school, _, who) => Done((await school.Classes.CreateAsync(who, "8c", [], Ct)).Refusal),
    };

    private static readonly string[] ForOwners =
        ["adds a teacher", "removes a teacher", "changes a role", "hands the class on", "archives", "restores"];

    private static readonly string[] ForAdmins = ["puts a student in", "adds a teacher by number", "creates a class for others"];

    public static TheoryData<Provider, string> Cases
    {
        get
        {
            var cases = new TheoryData<Provider, string>();
            foreach (var provider in Enum.GetValues<Provider>())
            {
                foreach (var operation in Operations.Keys)
                {
                    cases.Add(provider, operation);
                }
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Each_role_may_do_what_it_is_for_and_nothing_else(Provider provider, string operation)
    {
        await using var school = await templates.OpenAsync(provider);
        // Whoever may not goes first; whoever may has a class of her own each time, which the one before her has not changed.
        foreach (var (name, pick) in new (string, Func<Staffed, Actor>)[]
        {
            ("stranger", c => c.Stranger), ("removed student", c => c.Removed), ("waiting student", c => c.Waiting),
            ("student", c => c.Student), ("assistant", c => c.Assistant), ("teacher", c => c.Teacher), ("owner", c => c.Owner),
            ("admin", c => c.Admin),
        })
        {
            var c = await Staffed.CreateAsync(school);
            if (operation.Contains("assignment", StringComparison.Ordinal) || operation == "previews an edit")
            {
                Assert.True((await school.Assignments.AssignAsync(c.Owner, c.ClassId, Wanted(school), Ct)).Succeeded);
            }

            var may = await Operations[operation](school, c, pick(c));

            Assert.True(Expected(operation, name) == may, $"The {name} {operation}: {may}.");
        }
    }

    private static bool Expected(string operation, string who) => who switch
    {
        "admin" => true,
        "owner" => !ForAdmins.Contains(operation),
        "teacher" => !ForAdmins.Contains(operation) && !ForOwners.Contains(operation),
        "assistant" => operation.StartsWith("sees", StringComparison.Ordinal) || operation.StartsWith("reads", StringComparison.Ordinal),
        "student" => operation == "sees the class",
        _ => false,
    };

    /// <summary>Whoever may not is told of nothing that there is.</summary>
    private static bool Done(Refusal? refusal) => refusal switch
    {
        null => true,
        Refusal.NotFound => false,
        _ => throw new XunitException(refusal.Message),
    };

    private static NewAssignment Wanted(TestSchool school) => new() { Slug = school.Term.Slug, DueUtc = school.Clock.Now.AddDays(3) };

    private static async Task<int> AssignedAsync(TestSchool school, Staffed c) =>
        (await school.Assignments.ListForClassAsync(c.Admin, c.ClassId, Ct))![0].Id;

    private static async Task<int> VersionAsync(TestSchool school, Staffed c) => (await c.SeenAsync(school, c.Admin))!.Version;

    private static async Task<string> NameAsync(TestSchool school, Actor actor) =>
        await school.WithUsersAsync(async users => (await users.FindByIdAsync($"{actor.UserId}"))!.UserName!);
}
