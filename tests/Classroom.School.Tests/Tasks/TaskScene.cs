using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.School.Tasks;

namespace Classroom.School.Tests;

/// <summary>A class with a lab task, and runs that came out as a test says.</summary>
internal sealed class TaskScene
{
    public static readonly TaskGoal SmallAndGood = new()
    {
        Conditions = [new("validation-accuracy", null, 0.95, null), new("weights", null, null, 5000)],
    };

    public required TestSchool School { get; init; }

    public required Actor Teacher { get; init; }

    public required Actor Maria { get; init; }

    public required Actor Noah { get; init; }

    public required int ClassId { get; init; }

    public required AssignmentDetails Task { get; set; }

    public static NewAssignment Wanted(TestSchool school, TaskGoal? goal = null) => new()
    {
        Kind = AssignmentKind.Task,
        Slug = "",
        Title = "Small and good",
        Instructions = "Train a network.\r\nKeep it small.",
        ConfigJson = """{"dataset":"digits"}""",
        Goal = goal ?? SmallAndGood,
        DueUtc = school.Clock.Now.AddDays(7),
    };

    public static async Task<TaskScene> CreateAsync(
        TestSchool school, Func<NewAssignment, NewAssignment>? with = null, TaskGoal? goal = null)
    {
        var (teacher, maria, noah) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Student, "Maria"),
            await school.AddAsync(Role.Student, "Noah"));
        var classId = await school.AddClassAsync(teacher, maria, noah);
        var wanted = Wanted(school, goal);
        var task = await school.Assignments.AssignAsync(teacher, classId, with?.Invoke(wanted) ?? wanted, Ct);
        Assert.True(task.Succeeded, (task.Refusal as Refusal.Invalid)?.Message);
        return new() { School = school, Teacher = teacher, Maria = maria, Noah = noah, ClassId = classId, Task = task.Value };
    }

    public async Task<Guid> TrainAsync(Actor student, RunState state = RunState.Completed, double? valLoss = 0.5)
    {
        School.Clock.Now = School.Clock.Now.AddSeconds(1);
        var run = (await School.RunCreator.CreateAsync(student, RunTests.Wanted, Ct)).Value!;
        var token = await School.Journal.TakeTokenAsync(run.Id, new("sse", "Test CPU"), Ct);
        var progress = new RunProgress { State = state, Step = 100, Epoch = 5, TrainingMilliseconds = 10, ValLoss = valLoss };
        Assert.True(await School.Journal.AppendAsync(run.Id, token!.Value, progress, Ct));
        return run.Id;
    }

    /// <param name="accuracy">Of the validation; null where there is none.</param>
    public static IReadOnlyList<TaskValue> Values(double? accuracy, double weights, double overfitting = 1) =>
    [
        new("validation-accuracy", null, accuracy), new("weights", null, weights), new("overfitting", null, overfitting),
        new("loss-left", null, double.PositiveInfinity),
    ];

    public async Task<Outcome<TaskHandIn>> HandInAsync(Actor student, double? accuracy, double weights, double overfitting = 1) =>
        await School.TaskService.HandInAsync(
            student, Task.Id, await TrainAsync(student), Values(accuracy, weights, overfitting), Ct);

    public async Task<double?> ScoreAsync(Actor student) =>
        (await School.Progress.ClassProgressAsync(Teacher, ClassId, Ct))!
            .Students.Single(row => row.Student.Id == student.UserId).Cells[0].Score;

    public AssignmentSettings Settings() => new AssignmentSetup(Task, null).ToSettings();
}
