using System.Globalization;
using System.Text;
using Classroom.Runs;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Export;
using Classroom.Training.Measures;
using Classroom.Training.Networks;
using Classroom.Training.Settings;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Classroom.Web.Features.Runs;

/// <summary>What a student takes home of a run: its curve for a spreadsheet or TensorBoard, and its network for PyTorch.</summary>
public static class RunDownloadsEndpoints
{
    private const string CsvType = "text/csv";

    private const string BinaryType = "application/octet-stream";

    private const string PythonType = "text/x-python";

    // The row of a validation has the means over its epoch's training examples too.
    private const string CsvColumns = "sequence,step,epoch,trainLoss,trainAccuracy,valLoss,valAccuracy,"
        + "examples,epochTrainLoss,epochTrainAccuracy\n";

    public static void MapDownloads(this RouteGroupBuilder run)
    {
        run.MapGet("/curve.csv", CurveCsvAsync).Produces<string>(contentType: CsvType);
        run.MapGet("/tensorboard", TensorBoardAsync).Produces<byte[]>(contentType: BinaryType);
        run.MapGet("/model.safetensors", (Guid id, RunService runs, HttpContext context) =>
            WeightsAsync(id, runs, context, bytes => TypedResults.File(bytes, BinaryType, "model.safetensors")))
            .Produces<byte[]>(contentType: BinaryType).ProducesProblem(StatusCodes.Status409Conflict);
        run.MapGet("/model.py", (Guid id, RunService runs, HttpContext context) =>
            WeightsAsync(id, runs, context, bytes => TypedResults.File(
                Encoding.UTF8.GetBytes(ModelPy.Write(NetworkWeights.FromSafetensors(bytes))),
                $"{PythonType}; charset=utf-8",
                "model.py")))
            .Produces<string>(contentType: PythonType).ProducesProblem(StatusCodes.Status409Conflict);
    }

    public static void MapCurves(this RouteGroupBuilder api) => api.MapGet("/curves.csv", CurvesCsvAsync)
        .Produces<string>(contentType: CsvType)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> CurveCsvAsync(Guid id, RunService runs, DataSetCatalog dataSets, HttpContext context)
    {
        var csv = new StringBuilder(CsvColumns);
        return await AppendCurveAsync(csv, id, "", runs, dataSets, context) ? Csv(csv, $"curve-{id}.csv") : RunsEndpoints.NoSuchRun();
    }

    /// <summary>The curves of several runs below each other, each row with its run.</summary>
    private static async Task<IResult> CurvesCsvAsync(string? runs, RunService service, DataSetCatalog dataSets, HttpContext context)
    {
        if (CompareAddress.Parse([runs]) is not { Count: > 0 } ids)
        {
            return TypedResults.Problem(
                $"Name the runs, at most {CompareAddress.MostRuns}: curves.csv?runs=ID,ID", statusCode: StatusCodes.Status400BadRequest);
        }

        var csv = new StringBuilder($"run,{CsvColumns}");
        foreach (var id in ids)
        {
            if (!await AppendCurveAsync(csv, id, $"{id},", service, dataSets, context))
            {
                return RunsEndpoints.NoSuchRun();
            }
        }

        return Csv(csv, "curves.csv");
    }

    private static async Task<bool> AppendCurveAsync(
        StringBuilder csv, Guid id, string before, RunService runs, DataSetCatalog dataSets, HttpContext context)
    {
        var actor = context.Actor();
        if (await runs.FindAsync(actor, id, context.RequestAborted) is not { } run)
        {
            return false;
        }

        var steps = await StepsAsync(run, dataSets, actor, context.RequestAborted);
        var mean = new TrainMean(steps);
        await using var watch = await runs.WatchAsync(run, context.RequestAborted);
        if (watch is null)
        {
            return false;
        }

        foreach (var point in watch.Live.Read(0, int.MaxValue).Points)
        {
            csv.Append(
                CultureInfo.InvariantCulture,
                $"{before}{point.Sequence},{point.Step},{point.Epoch},{point.TrainLoss},{point.TrainAccuracy},{point.ValLoss},{point.ValAccuracy}");
            mean.Add(point);
            if (point.ValLoss is null)
            {
                csv.Append(CultureInfo.InvariantCulture, $",{steps.ExamplesOf(point.Step)},,\n");
                continue;
            }

            csv.Append(CultureInfo.InvariantCulture, $",,{mean.Loss},{mean.Accuracy}\n");
            mean = new TrainMean(steps);
        }

        return true;
    }

    private static async Task<EpochSteps> StepsAsync(Run run, DataSetCatalog dataSets, Actor actor, CancellationToken cancellationToken)
    {
        var config = TrainingConfig.FromJson(run.ConfigJson);
        var examples = run.TrainExamples
            ?? ((await dataSets.ListAsync(actor, cancellationToken)).FirstOrDefault(info => info.Id == run.DataSetId) is { } info
                ? config.Choose(info).Train
                : null);
        return EpochSteps.Create(config, run.Steps, examples);
    }

    private static FileContentHttpResult Csv(StringBuilder csv, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(csv.ToString()), CsvType, name);

    private static async Task<IResult> TensorBoardAsync(Guid id, RunService runs, TimeProvider clock, HttpContext context)
    {
        var actor = context.Actor();
        if (await runs.FindAsync(actor, id, context.RequestAborted) is not { } run)
        {
            return RunsEndpoints.NoSuchRun();
        }

        await using var watch = await runs.WatchAsync(run, context.RequestAborted);
        if (watch is null)
        {
            return RunsEndpoints.NoSuchRun();
        }

        // TensorBoard takes a file for one of its own by the second part of its name.
        var started = run.StartedUtc ?? run.CreatedUtc;
        var events = TensorBoardEvents.Write(
            watch.Live.Read(0, int.MaxValue).Points, started, run.EndedUtc ?? clock.GetUtcNow().UtcDateTime);
        var name = $"events.out.tfevents.{new DateTimeOffset(started).ToUnixTimeSeconds()}.{id}";
        return TypedResults.File(events, BinaryType, name);
    }

    private static async Task<IResult> WeightsAsync(
        Guid id, RunService runs, HttpContext context, Func<byte[], FileContentHttpResult> answer)
    {
        var actor = context.Actor();
        if (await runs.FindAsync(actor, id, context.RequestAborted) is not { } run)
        {
            return RunsEndpoints.NoSuchRun();
        }

        if (!run.State.IsFinished())
        {
            return Refuse("This run has not ended yet. Wait for its end, or stop it; then its network can be downloaded.");
        }

        try
        {
            return await runs.ReadWeightsAsync(actor, id, context.RequestAborted) is { } bytes
                ? answer(bytes)
                : Refuse(
                    $"The network of this run is not kept: it ended before it had one, or {RunQuota.WeightsPerPerson} newer runs have taken "
                    + "its place. Train it again with the same settings to get the same network.");
        }
        catch (InvalidDataException)
        {
            return Refuse("The stored network of this run is damaged. Train it again with the same settings to get the same network.");
        }
    }

    private static ProblemHttpResult Refuse(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict);
}
