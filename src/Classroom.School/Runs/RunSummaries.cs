namespace Classroom.School.Runs;

internal static class RunSummaries
{
    /// <summary>In no order.</summary>
    public static IQueryable<RunSummary> Summarise(this IQueryable<Run> runs, ClassroomDbContext db) =>
        runs.Join(db.Users, run => run.OwnerId, user => user.Id, (run, user) => new RunSummary
        {
            Id = run.Id,
            OwnerId = run.OwnerId,
            OwnerName = user.DisplayName,
            Title = run.Title,
            Slug = run.Slug,
            TrialId = run.TrialId,
            TrialRun = run.TrialRun,
            ConfigJson = run.ConfigJson,
            DataSetId = run.DataSetId,
            State = run.State,
            Step = run.Step,
            Steps = run.Steps,
            Epoch = run.Epoch,
            Epochs = run.Epochs,
            Points = run.Points,
            CreatedUtc = run.CreatedUtc,
            EndedUtc = run.EndedUtc,
            Message = run.Message,
            TrainLoss = run.TrainLoss,
            ValLoss = run.ValLoss,
            ValAccuracy = run.ValAccuracy,
        });
}
