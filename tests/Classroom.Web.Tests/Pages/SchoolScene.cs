using Classroom.School;
using Classroom.School.Accounts;
using Classroom.School.Classes;
using Classroom.School.People;

namespace Classroom.Web.Tests.Pages;

/// <summary>A class of its own with a teacher and two students, so that tests do not meet each other in the demo class.</summary>
public sealed class SchoolScene
{
    private static int scenes;

    private readonly ClassroomHost host;
    private readonly string ending = $"{Interlocked.Increment(ref scenes)}";

    private SchoolScene(ClassroomHost host) => this.host = host;

    public Actor Admin { get; private set; }

    public Credentials Teacher { get; private set; } = null!;

    public Credentials Maria { get; private set; } = null!;

    public Credentials Noah { get; private set; } = null!;

    public ClassDetails Class { get; private set; } = null!;

    public string Address => $"/classes/{Class.Id}";

    public Actor TeacherActor => new(Teacher.Person.Id, Role.Teacher);

    public static async Task<SchoolScene> NewAsync(ClassroomHost host)
    {
        var scene = new SchoolScene(host) { Admin = await host.ActorAsync("admin") };
        scene.Teacher = await scene.AddAsync("Teacher Kim", Role.Teacher);
        scene.Class = await scene.AddClassAsync("Class", scene.Teacher.Person.Id);
        scene.Maria = await scene.AddAsync("Maria", Role.Student, scene.Class.Id);
        scene.Noah = await scene.AddAsync("Noah", Role.Student, scene.Class.Id);
        return scene;
    }

    public async Task<Credentials> AddAsync(string name, Role role, int? classId = null)
    {
        var userName = $"{name.Replace(' ', '.').ToLowerInvariant()}.{ending}";
        var created = await host.Get<PeopleService>().CreateAsync(
            Admin, new NewPerson { UserName = userName, DisplayName = $"{name} {ending}", Role = role, ClassId = classId });
        return created.Value ?? throw new InvalidOperationException(created.Refusal!.Message);
    }

    public async Task<ClassDetails> AddClassAsync(string name, params int[] teachers)
    {
        var created = await host.Get<ClassService>().CreateAsync(Admin, $"{name} {ending}", teachers);
        return created.Value ?? throw new InvalidOperationException(created.Refusal!.Message);
    }

    public Task<PageClient> SignInAsync(Credentials who) => host.SignInAsync(who.Person.UserName, who.Password);
}
