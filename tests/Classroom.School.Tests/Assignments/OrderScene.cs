using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A class with three quizzes, due one after the other.</summary>
internal sealed class OrderScene
{
    public required TestSchool School { get; init; }

    public required Actor Teacher { get; init; }

    public required Actor Maria { get; init; }

    public required Actor Noah { get; init; }

    public required int ClassId { get; init; }

    public int First { get; private set; }

    public int Second { get; private set; }

    public int Third { get; private set; }

    public static async Task<OrderScene> CreateAsync(TestSchool school)
    {
        var (teacher, maria, noah) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Maria"),
            await school.AddAsync(Role.Student, "Noah"));
        var classId = await school.AddClassAsync(teacher, maria, noah);
        var scene = new OrderScene { School = school, Teacher = teacher, Maria = maria, Noah = noah, ClassId = classId };
        scene.First = (await scene.AssignAsync("First", 7)).Id;
        scene.Second = (await scene.AssignAsync("Second", 8)).Id;
        scene.Third = (await scene.AssignAsync("Third", 9)).Id;
        return scene;
    }

    /// <summary>A quiz of a term that the class does not have yet.</summary>
    public async Task<AssignmentDetails> AssignAsync(string title, int days, Func<NewAssignment, NewAssignment>? with = null)
    {
        var used = (await ListAsync()).Select(assignment => assignment.Slug);
        var wanted = new NewAssignment
        {
            Kind = AssignmentKind.Quiz,
            Slug = School.Curriculum.Terms.First(term => term.Quiz is not null && !used.Contains(term.Slug)).Slug,
            Title = title,
            DueUtc = School.Clock.Now.AddDays(days),
        };
        var assigned = await School.Assignments.AssignAsync(Teacher, ClassId, with?.Invoke(wanted) ?? wanted, Ct);
        Assert.True(assigned.Succeeded, assigned.Refusal?.Message);
        return assigned.Value;
    }

    public async Task<IReadOnlyList<AssignmentDetails>> ListAsync() => (await School.Assignments.ListForClassAsync(Teacher, ClassId, Ct))!;

    public async Task<AssignmentDetails> FindAsync(int id) => (await School.Assignments.FindAsync(Teacher, id, Ct))!;

    public async Task<Outcome<AssignmentDetails>> EditAsync(int id, Func<AssignmentSettings, AssignmentSettings> change)
    {
        var now = await FindAsync(id);
        return await School.Assignments.EditAsync(
            Teacher, id, change(new AssignmentSetup(now, null).ToSettings()), now.Version, Ct);
    }

    public async Task PutAfterAsync(int id, int? first, int? percent = null)
    {
        var edited = await EditAsync(id, now => now with { AfterId = first, AfterPercent = percent });
        Assert.True(edited.Succeeded, edited.Refusal?.Message);
    }

    public async Task<ListDetails> ListInOrderAsync(bool isSequential, params int[] steps)
    {
        var created = await School.AssignmentLists.CreateAsync(Teacher, ClassId, new("Week 1", isSequential, steps), Ct);
        Assert.True(created.Succeeded, created.Refusal?.Message);
        return created.Value;
    }

    public Task<Outcome<AttemptView>> StartAsync(Actor student, int id) => School.AttemptStarter.StartOrResumeAsync(student, id, Ct);

    /// <summary>Of the questions that come first so many right, and all others wrong.</summary>
    public async Task HandInAsync(Actor student, int id, int? right = null)
    {
        var attempt = (await StartAsync(student, id)).Value!;
        foreach (var (place, question) in attempt.Questions.Select(asked => asked.Planned.Question).Index())
        {
            var response = place < (right ?? int.MaxValue) ? Quiz.RightAnswer(question) : Quiz.WrongAnswer;
            Assert.Null(await School.Attempts.SaveAnswerAsync(student, attempt.Id, question.Id, response, Ct));
        }

        Assert.True((await School.Attempts.SubmitAsync(student, attempt.Id, Ct)).Succeeded);
    }

    public async Task<DueAssignment> OwnAsync(Actor student, int id) =>
        (await School.Progress.AssignedAsync(student, Ct)).Single(due => due.Assignment.Id == id);

    /// <summary>What she reads on her page, which has to be what the server does.</summary>
    public async Task<string?> LockAsync(Actor student, int id)
    {
        var told = (await OwnAsync(student, id)).Unmet?.Message;
        if (told is not null)
        {
            var refused = Assert.IsType<Refusal.Conflict>((await StartAsync(student, id)).Refusal);
            Assert.StartsWith(told, refused.Message, StringComparison.Ordinal);
        }

        return told;
    }
}
