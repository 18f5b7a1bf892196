using Classroom.School.Assignments;
using Classroom.School.Runs;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Experiments;

/// <summary>
/// What came of the experiments: what people predicted, which runs they made, what they answered. Here what a student does,
/// in ExperimentStore.Reading.cs what is read. The runs themselves are made by <see cref="RunCreator"/>.
/// </summary>
public sealed partial class ExperimentStore(
    IDbContextFactory<ClassroomDbContext> contexts, Curriculum.Curriculum curriculum, IPrerequisites prerequisites, TimeProvider clock)
{
    /// <summary>Questions that an experiment may ask.</summary>
    public const int MostQuestions = 20;

    /// <summary>Trials that are kept of each person and experiment.</summary>
    public const int MostTrials = 50;

    /// <summary>
    /// Begins a trial with what the actor expects. Where her newest one is not done and has neither runs nor answers, she has only changed
    /// her mind: that one is kept, with the new prediction. Refused where she has gone on in another window, so that a page that knows
    /// nothing of it does not start the experiment over, and where it is assigned to her only after something that she has not done yet.
    /// </summary>
    /// <param name="seen">Her newest trial as the page knows it; null where it knows of none.</param>
    public async Task<Outcome<TrialView>> PredictAsync(
        Actor actor, string slug, string prediction, Guid? seen, CancellationToken cancellationToken = default)
    {
        if (curriculum.FindExperiment(slug) is null)
        {
            return new Refusal.NotFound();
        }

        prediction = prediction.Trim();
        if (Refuse("prediction", prediction) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await LockPersonAsync(db, actor.UserId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var newest = await db.ExperimentTrials.ByPerson(actor.UserId, slug).FirstOrDefaultAsync(cancellationToken);
        var now = clock.UtcNow();
        if (newest is { DoneUtc: null } && await IsUntouchedAsync(db, newest.Id, cancellationToken))
        {
            newest.Prediction = prediction;
        }
        else if (newest?.Id != seen)
        {
            return new Refusal.Conflict("You have gone on with this experiment in another window. Reload the page to see how far you are.");
        }
        else if (newest is null && await FindBarrierAsync(db, actor, slug, cancellationToken) is { } first)
        {
            return new Refusal.Conflict(first.Message);
        }
        else
        {
            // Also where the clock was set back: which trial is the newest is never in doubt.
            var after = newest?.CreatedUtc.AddMicroseconds(1);
            newest = new ExperimentTrial
            {
                Id = Guid.CreateVersion7(),
                UserId = actor.UserId,
                Slug = slug,
                Prediction = prediction,
                CreatedUtc = after > now ? after.Value : now,
            };
            await MakeRoomAsync(db, actor.UserId, slug, cancellationToken);
            db.ExperimentTrials.Add(newest);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await ViewAsync(db, db.ExperimentTrials.Where(trial => trial.Id == newest.Id), cancellationToken))!;
    }

    /// <summary>
    /// Keeps one of the actor's own answers; whoever calls has checked it. A question that was right before stays as it is. The trial is
    /// done when all questions are right, no run of it is unfinished, and runs of so many names have ended: ask once more when
    /// the last run ends after the last answer.
    /// </summary>
    /// <param name="question">From 0.</param>
    /// <param name="questions">How many there are.</param>
    /// <param name="answer">In words.</param>
    /// <param name="runsExpected">Names of runs that the experiment has; 0 where it has none.</param>
    public async Task<Outcome<TrialView>> AnswerAsync(
        Actor actor,
        Guid trialId,
        int question,
        int questions,
        string answer,
        bool isRight,
        int runsExpected,
        CancellationToken cancellationToken = default)
    {
        if (questions > MostQuestions || question < 0 || question >= questions)
        {
            return new Refusal.Invalid("question", "This experiment has no such question. Load the page again.");
        }

        answer = answer.Trim();
        if (Refuse("answer", answer) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = db.ExperimentTrials.Where(trial => trial.Id == trialId && trial.UserId == actor.UserId);

        // Counting the version up locks the row: a second tab waits until this answer is stored, and then adds its own.
        if (await mine.ExecuteUpdateAsync(
            set => set.SetProperty(trial => trial.Version, trial => trial.Version + 1), cancellationToken) == 0)
        {
            return new Refusal.NotFound();
        }

        var trial = await mine.Include(trial => trial.Answers).SingleAsync(cancellationToken);
        Note(trial, question, answer, isRight);
        if (trial.DoneUtc is null
            && trial.Answers.Count(given => given.Right && given.Question < questions) == questions
            && await HaveEndedAsync(db, trialId, runsExpected, cancellationToken))
        {
            trial.DoneUtc = clock.UtcNow();
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await ViewAsync(db, mine, cancellationToken))!;
    }

    private static void Note(ExperimentTrial trial, int question, string answer, bool isRight)
    {
        if (trial.Answers.Find(given => given.Question == question) is not { } before)
        {
            trial.Answers.Add(
                new ExperimentAnswer { Question = question, FirstAnswer = answer, FirstRight = isRight, Right = isRight, Tries = 1 });
        }
        else if (!before.Right)
        {
            (before.Right, before.Tries) = (isRight, before.Tries + 1);
        }
    }

    private static async Task<bool> HaveEndedAsync(
        ClassroomDbContext db, Guid trialId, int runsExpected, CancellationToken cancellationToken)
    {
        var runs = await db.Runs.Where(run => run.TrialId == trialId)
            .Select(run => new { run.TrialRun, run.State })
            .ToListAsync(cancellationToken);
        return runs.All(run => run.State.IsFinished()) && runs.DistinctBy(run => run.TrialRun).Count() >= runsExpected;
    }

    /// <summary>What she has to do first; null where nobody assigned it to her, or somebody did with nothing before it.</summary>
    private async Task<UnmetPrerequisite?> FindBarrierAsync(
        ClassroomDbContext db, Actor actor, string slug, CancellationToken cancellationToken)
    {
        var given = (await db.Assignments.AsNoTracking().GivenTo(actor.UserId)
                .Where(a => a.Kind == AssignmentKind.Experiment && a.Slug == slug)
                .ToListAsync(cancellationToken))
            .ConvertAll(AssignmentDetails.From);
        var unmet = await prerequisites.FindUnmetAsync(db, actor.UserId, given, cancellationToken);
        return given.Count > 0 && given.All(a => unmet.ContainsKey(a.Id)) ? unmet[given[0].Id] : null;
    }

    private static async Task<bool> IsUntouchedAsync(ClassroomDbContext db, Guid trialId, CancellationToken cancellationToken) =>
        !await db.Runs.AnyAsync(run => run.TrialId == trialId, cancellationToken)
        && !await db.ExperimentAnswers.AnyAsync(answer => answer.TrialId == trialId, cancellationToken);

    /// <summary>
    /// Whoever predicts and whoever starts a run of the trial, which takes the same lock, do so one after the other.
    /// The value stays as it is.
    /// </summary>
    private static async Task<bool> LockPersonAsync(ClassroomDbContext db, int userId, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.RunsCreated, user => user.RunsCreated), cancellationToken) == 1;

    /// <summary>
    /// For one more: the oldest that is not done goes, or else the oldest but the first, which says since when she has done it.
    /// </summary>
    private static async Task MakeRoomAsync(ClassroomDbContext db, int userId, string slug, CancellationToken cancellationToken)
    {
        var all = await db.ExperimentTrials.ByPerson(userId, slug)
            .Select(trial => new { trial.Id, IsDone = trial.DoneUtc != null })
            .ToListAsync(cancellationToken);
        all.Reverse();
        var first = all.Find(trial => trial.IsDone);
        var old = all.Where(trial => trial != first).OrderBy(trial => trial.IsDone)
            .Take(Math.Max(0, all.Count - MostTrials + 1))
            .Select(trial => trial.Id)
            .ToList();
        if (old.Count > 0)
        {
            // The runs stay, as runs of her own.
            await db.ExperimentTrials.Where(trial => old.Contains(trial.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static Refusal.Invalid? Refuse(string field, string text) =>
        text.Length == 0 ? new(field, "Say what you think first.")
        : text.Length > ExperimentTrial.LongestText
            ? new(field, $"That has {text.Length} characters; at most {ExperimentTrial.LongestText} fit.")
        : text.HasControlCharacters() ? new(field, "Use letters, digits and signs only.")
        : null;
}
