using Classroom.School.Runs;
using Classroom.Training.Models.Table;
using Classroom.Web.Features.Settings;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Runs;

/// <summary>A run as its owner's list shows it; no more of it is kept while the list is open.</summary>
public sealed record OwnRunRow(
    Guid Id,
    string Name,
    string? Term,
    string? TermName,
    string DataSet,
    string Network,
    string Differed,
    RunState State,
    int Epoch,
    int Epochs,
    double? TrainLoss,
    double? ValLoss,
    double? ValAccuracy,
    DateTime CreatedUtc)
{
    public static OwnRunRow From(ListedRun listed, Curriculum.Curriculum curriculum, Func<string, string> title)
    {
        var run = listed.Run;
        var config = RunChanges.Read(run.ConfigJson);
        var differed = listed.ConfigBefore is { } before ? RunChanges.Since(before, run.ConfigJson, title) : "Your first run";
        return new(
            run.Id,
            RunName.For(run, curriculum),
            run.Slug,
            curriculum.Find(run.Slug)?.Name,
            title(run.DataSetId),
            config is null ? "–" : $"{ModelTable.Title(config.Model)} {ModelTable.Sizes(config.Model)}",
            differed,
            run.State,
            run.Epoch,
            run.Epochs,
            run.TrainLoss,
            run.ValLoss,
            run.ValAccuracy,
            run.CreatedUtc);
    }
}
