using Classroom.Runs;
using Classroom.School.Runs;
using Classroom.Training.Settings;
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
            config is null ? "–" : Sizes(config.Model),
            differed,
            run.State,
            run.Epoch,
            run.Epochs,
            run.TrainLoss,
            run.ValLoss,
            run.ValAccuracy,
            run.CreatedUtc);
    }

    private static string Sizes(ModelConfig model) => $"{RunTitle.Network(model)} " + model switch
    {
        CnnConfig cnn => string.Join("-", cnn.Conv.Concat(cnn.Dense)),
        MlpConfig mlp => mlp.Hidden.Count > 0 ? string.Join("-", mlp.Hidden) : "without hidden layer",
        AutoencoderConfig autoencoder => string.Join("-", autoencoder.Hidden.Append(autoencoder.Code)),
        RnnConfig rnn => rnn.Layers > 1 ? $"{rnn.Layers} × {rnn.Hidden}" : $"{rnn.Hidden}",
        _ => "",
    };
}
