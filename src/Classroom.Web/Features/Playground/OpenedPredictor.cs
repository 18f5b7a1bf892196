using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Data;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Export;
using Classroom.Training.Settings;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Playground;

/// <summary>A finished run's network in the hands of somebody who may see it. Holds no memory of the network itself.</summary>
public sealed class OpenedPredictor(Predictors predictors, DataSetCatalog dataSets, Actor actor, Run run, LiveRights? rights)
{
    public const string NotKept = "What this network has learned is no longer kept. Train it again, and try it out then.";

    public TrainingConfig Config { get; } = TrainingConfig.FromJson(run.ConfigJson);

    /// <summary>Null where its weights have gone meanwhile.</summary>
    /// <exception cref="NotAllowedException">Whoever opened it may no longer see the run.</exception>
    public async Task<T?> AskAsync<T>(Func<Predictor, T> ask)
        where T : class => rights is null || await rights.HoldAsync()
            ? await predictors.AskAsync(actor, run.Id, ask)
            : throw new NotAllowedException("You can no longer open this run. Load the page again to see what you can.");

    /// <summary>Pictures of the run's validation set from all over it; none where the data set is gone.</summary>
    public async Task<IReadOnlyList<ExamplePicture>> PicturesAsync(int most)
    {
        try
        {
            var all = await dataSets.LoadAsync(Config.Dataset);
            return await Task.Run(() => Pictures(Config.Choose(all), most));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    /// <summary>Uploaded pictures may show dark things on light paper, where the built-in ones are white on black.</summary>
    public async Task<bool> IsDarkOnLightAsync()
    {
        if (BuiltInDataSets.List.Any(info => info.Id == Config.Dataset))
        {
            return false;
        }

        var edges = (await PicturesAsync(20)).SelectMany(
            picture => picture.Pixels[..picture.Width].Concat(picture.Pixels[^picture.Width..])).ToList();
        return edges.Count > 0 && edges.Average(pixel => pixel) > 127;
    }

    private static List<ExamplePicture> Pictures(DataSet data, int most)
    {
        var (count, size) = (Math.Min(most, data.Validation), data.Shape[0] * data.Shape[1]);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            // The built-in classes take turns, others come one after another: the extra step meets all of both.
            var place = data.Train + ((int)((long)i * data.Validation / count) + i) % data.Validation;
            return new ExamplePicture(
                data.Values.Slice(place * size, size).ToArray(), data.Shape[1], data.Shape[0], data.Classes[data.Labels.Span[place]]);
        })];
    }
}
