using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.DataSets;
using Classroom.School.Runs;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Experiments;

public sealed partial class ExperimentStore
{
    /// <summary>The actor's newest trial of an experiment; null without one.</summary>
    public async Task<TrialView?> CurrentAsync(Actor actor, string slug, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ViewAsync(db, db.ExperimentTrials.ByPerson(actor.UserId, slug), cancellationToken);
    }

    /// <summary>What a student predicted and answered, one entry an experiment; empty for whoever may not see her work.</summary>
    public async Task<IReadOnlyList<StudentTrial>> ListForStudentAsync(
        Actor actor, int studentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await db.ExperimentTrials.VisibleTo(db, actor).Where(trial => trial.UserId == studentId)
            .Select(trial => new { trial.Id, trial.Slug, trial.CreatedUtc, IsDone = trial.DoneUtc != null })
            .ToListAsync(cancellationToken);
        var shown = all.GroupBy(trial => trial.Slug)
            .Select(same => same.OrderByDescending(trial => trial.IsDone).ThenByDescending(trial => trial.CreatedUtc).First().Id)
            .ToList();
        var trials = await db.ExperimentTrials.AsNoTracking().Include(trial => trial.Answers)
            .Where(trial => shown.Contains(trial.Id))
            .ToListAsync(cancellationToken);
        return
        [
            .. from term in curriculum.Terms
               join trial in trials.OrderBy(trial => trial.Slug, StringComparer.Ordinal) on term.Slug equals trial.TermSlug
               select new StudentTrial(trial.Slug, trial.Prediction, trial.CreatedUtc, trial.DoneUtc, Answers(trial)),
        ];
    }

    /// <summary>The ids of the experiments that the actor has done.</summary>
    public async Task<IReadOnlySet<string>> ListDoneAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ExperimentTrials.Where(trial => trial.UserId == actor.UserId && trial.DoneUtc != null)
            .Select(trial => trial.Slug)
            .ToHashSetAsync(cancellationToken);
    }

    /// <summary>The first of these, with its answers and runs.</summary>
    private static async Task<TrialView?> ViewAsync(
        ClassroomDbContext db, IQueryable<ExperimentTrial> trials, CancellationToken cancellationToken)
    {
        if (await trials.AsNoTracking().Include(trial => trial.Answers).FirstOrDefaultAsync(cancellationToken) is not { } trial)
        {
            return null;
        }

        var runs = await db.Runs.Where(run => run.TrialId == trial.Id).Summarise(db)
            .OrderBy(run => run.CreatedUtc).ThenBy(run => run.Id)
            .ToListAsync(cancellationToken);
        return new TrialView(trial.Id, trial.Prediction, trial.CreatedUtc, trial.DoneUtc, Answers(trial), runs);
    }

    private static IReadOnlyList<TrialAnswer> Answers(ExperimentTrial trial) =>
    [
        .. trial.Answers.OrderBy(answer => answer.Question)
            .Select(answer => new TrialAnswer(answer.Question, answer.FirstAnswer, answer.FirstRight, answer.Right, answer.Tries)),
    ];
}
