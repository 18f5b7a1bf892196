using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>What people have read, handed in and tried out, each read once for all of them.</summary>
internal sealed class WorkRecords
{
    private readonly Dictionary<(int UserId, string Slug), DateTime> readings;
    private readonly Dictionary<(int UserId, string Slug), (DateTime BegunUtc, DateTime? DoneUtc)> experiments;
    private readonly TaskScores tasks;
    private readonly SchoolCalendar calendar;

    private WorkRecords(
        Dictionary<(int, string), DateTime> readings,
        GradedScores scores,
        TaskScores tasks,
        Dictionary<(int, string), (DateTime, DateTime?)> experiments,
        Allowances allowances,
        SchoolCalendar calendar)
    {
        (this.readings, Scores, this.tasks, this.experiments) = (readings, scores, tasks, experiments);
        (Allowances, this.calendar) = (allowances, calendar);
    }

    public GradedScores Scores { get; }

    public Allowances Allowances { get; }

    public static async Task<WorkRecords> ReadAsync(
        ClassroomDbContext db, IQueryable<User> people, SchoolCalendar calendar, CancellationToken cancellationToken)
    {
        var readings = await db.Readings.AsNoTracking()
            .Where(reading => people.Any(person => person.Id == reading.UserId))
            .ToDictionaryAsync(reading => (reading.UserId, reading.Slug), reading => reading.ReadUtc, cancellationToken);
        var scores = await GradedScores.ReadAsync(db, people, cancellationToken);
        var tasks = await TaskScores.ReadAsync(db, people, cancellationToken);
        var tried = await db.ExperimentTrials
            .Where(trial => people.Any(person => person.Id == trial.UserId))
            .GroupBy(trial => new { trial.UserId, trial.Slug })
            .Select(trials => new
            {
                trials.Key.UserId,
                trials.Key.Slug,
                BegunUtc = trials.Max(trial => trial.CreatedUtc),
                DoneUtc = trials.Min(trial => trial.DoneUtc),
            })
            .ToDictionaryAsync(trial => (trial.UserId, trial.Slug), trial => (trial.BegunUtc, trial.DoneUtc), cancellationToken);
        var allowances = await Allowances.ReadAsync(db, people, calendar, cancellationToken);
        return new WorkRecords(readings, scores, tasks, tried, allowances, calendar);
    }

    public DateTime? ReadUtc(int userId, string slug) => readings.TryGetValue((userId, slug), out var utc) ? utc : null;

    public DateTime? ExperimentDoneUtc(int userId, string slug) =>
        experiments.TryGetValue((userId, slug), out var tried) ? tried.DoneUtc : null;

    /// <summary>When she last began the experiment; null where she never did.</summary>
    public DateTime? ExperimentBegunUtc(int userId, string slug) =>
        experiments.TryGetValue((userId, slug), out var tried) ? tried.BegunUtc : null;

    /// <summary>When she last handed in something that counts for an assignment; null where she never did.</summary>
    public DateTime? HandedInUtc(int userId, AssignmentDetails assignment) => assignment.Kind switch
    {
        AssignmentKind.Task => tasks.LastUtc(userId, assignment.Id),
        AssignmentKind.Experiment => ExperimentDoneUtc(userId, assignment.Slug),
        _ => Scores.LastUtc(userId, assignment.Id),
    };

    public AssignmentWork For(int userId, AssignmentDetails assignment)
    {
        var mine = Allowances.For(userId, assignment);
        return new(
            assignment.Kind,
            ReadUtc(userId, assignment.Slug),
            Counted(userId, assignment, mine.DueUtc),
            assignment.Kind == AssignmentKind.Task ? tasks.Used(userId, assignment.Id) : Scores.Used(userId, assignment.Id),
            ExperimentDoneUtc(userId, assignment.Slug))
        {
            IsGiven = mine.IsGiven,
            IsExcused = mine.IsExcused,
        };
    }

    /// <summary>Somebody whose run a goal cannot judge, because it asks for a number that was not measured when it was handed in.</summary>
    public bool HasUnjudged(int userId, int assignmentId, TaskGoal goal) => tasks.HasUnjudged(userId, assignmentId, goal);

    /// <summary>What counts for an assignment that is, or would be, as given.</summary>
    public CountedScore? Counted(int userId, AssignmentDetails assignment, DateTime dueUtc)
    {
        var clocks = calendar.In(assignment.TimeZone);
        return assignment.Goal is { } goal
            ? tasks.Counted(userId, assignment, goal, dueUtc, clocks)
            : assignment.HasQuiz ? Scores.Counted(userId, assignment.Id, assignment.Counts, assignment.Late, dueUtc, clocks)
            : ExperimentDoneUtc(userId, assignment.Slug) is { } doneUtc
                ? CountedScore.From(1, LatePolicy.DaysLate(dueUtc, doneUtc, clocks), assignment.Late)
            : null;
    }
}
