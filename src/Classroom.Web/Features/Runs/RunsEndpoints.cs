using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Classroom.Runs;
using Classroom.Runs.Execution;
using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Accounts;
using Classroom.School.Runs;
using Classroom.School.Sessions;
using Classroom.Training.Settings;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Features.Runs;

/// <summary>Runs for scripts: the same services, and the same rights, as the pages have.</summary>
public static class RunsEndpoints
{
    private const int MaxConfigBytes = 64 * 1024;

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/runs").WithTags("Runs").RequireSignIn().AllowTokens(TokenScopes.Runs);
        api.MapPost("", CreateAsync)
            .ReadsJson<TrainingConfig>(MaxConfigBytes)
            .Produces<CreatedAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

        var run = api.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        run.MapGet("", FindAsync).Produces<RunAnswer>();
        run.MapGet("/curve", CurveAsync).Produces<CurveAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        run.MapGet("/events", EventsAsync)
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .Produces(StatusCodes.Status204NoContent);
        run.MapPost("/pause", (Guid id, RunService runs, HttpContext context) =>
            ControlAsync(runs.PauseAsync(context.Actor(), id), context)).ProducesControl();
        run.MapPost("/resume", (Guid id, RunService runs, HttpContext context) =>
            ControlAsync(runs.ResumeAsync(context.Actor(), id), context)).ProducesControl();
        run.MapPost("/stop", (Guid id, RunService runs, HttpContext context) =>
            ControlAsync(runs.StopAsync(context.Actor(), id), context)).ProducesControl();
        run.MapDownloads();
        api.MapCurves();
    }

    private static void ProducesControl(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> CreateAsync(RunService runs, HttpContext context)
    {
        var (config, refused) = await JsonBody.ReadAsync(
            context,
            MaxConfigBytes,
            "Send the config of a run as JSON.",
            $"A config has at most {MaxConfigBytes:N0} bytes; this one has more. Send only the settings of one run.");
        if (config is null)
        {
            return refused!;
        }

        using var _ = config;
        var outcome = await runs.CreateAsync(context.Actor(), config.RootElement, cancellationToken: context.RequestAborted);
        return outcome.Succeeded
            ? TypedResults.Created($"/api/runs/{outcome.Value.Id}", new CreatedAnswer(outcome.Value.Id))
            : outcome.Refusal.ToResult(context.Response);
    }

    private static async Task<IResult> FindAsync(Guid id, RunService runs, HttpContext context) =>
        await runs.FindAsync(context.Actor(), id, context.RequestAborted) is { } run
            ? TypedResults.Ok(RunAnswer.From(run, run.State.IsFinished() ? RunForecast.None : await runs.ForecastAsync(id)))
            : NoSuchRun();

    private static async Task<IResult> CurveAsync(Guid id, int? after, RunService runs, HttpContext context)
    {
        await using var watch = await runs.WatchAsync(context.Actor(), id, context.RequestAborted);
        if (watch is null)
        {
            return NoSuchRun();
        }

        var points = watch.Live.Read(Math.Max(after ?? -1, -1) + 1, int.MaxValue).Points;
        return TypedResults.Ok(
            new CurveAnswer([.. points.Select(PointAnswer.From)], points.Count > 0 ? points[^1].Sequence : Math.Max(after ?? -1, -1)));
    }

    private static async Task<IResult> EventsAsync(
        Guid id,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        RunService runs,
        SessionService sessions,
        AccessTokenSignIn tokens,
        LiveRightsOptions options,
        TimeProvider clock,
        HttpContext context)
    {
        var actor = context.Actor();
        if (await runs.FindAsync(actor, id, context.RequestAborted) is not { } run)
        {
            return NoSuchRun();
        }

        var seen = EventPosition.Parse(lastEventId);
        if (seen.Ended && run.State.IsFinished())
        {
            // A browser connects again whenever a stream ends, unless it is told that there is nothing more.
            return TypedResults.NoContent();
        }

        var rights = new LiveRights(options, clock, async () =>
            (context.User.Token() is not { } token || await tokens.IsLiveAsync(token.Id, actor, context.RequestAborted))
            && await runs.MaySeeAllAsync(actor, [id], context.RequestAborted));
        return TypedResults.ServerSentEvents(
            FollowAsync(runs, run, seen, rights, WatchSession, context.RequestAborted));

        // A token has no session: whether it still holds is asked with the rights.
        IDisposable? WatchSession(Action ended) => context.User.ToTicket() is { } ticket ? sessions.Watch(ticket, ended) : null;
    }

    /// <summary>
    /// Everything after <paramref name="seen"/>, until the run, the sign-in or the right to see the run has ended; each event's
    /// id tells where to go on.
    /// </summary>
    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        RunService runs,
        Run run,
        EventPosition seen,
        LiveRights rights,
        Func<Action, IDisposable?> watchSession,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var signedOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var session = watchSession(signedOut.SetResult);
        await using var watch = await runs.WatchAsync(run, cancellationToken);
        if (watch is null)
        {
            yield break;
        }

        RunStatus? told = null;
        while (!signedOut.Task.IsCompleted && await rights.HoldAsync())
        {
            var news = watch.Live.Read(seen.Points, seen.Frames);
            foreach (var point in news.Points)
            {
                seen = seen with { Points = seen.Points + 1 };
                yield return new SseItem<object>(PointAnswer.From(point), "point") { EventId = seen.ToString() };
            }

            foreach (var frame in news.Frames)
            {
                seen = seen with { Frames = seen.Frames + 1 };
                yield return new SseItem<object>(
                    new FrameAnswer(frame.Step, frame.Epoch, frame.Kind, JsonDocument.Parse(frame.Json).RootElement),
                    "frame")
                { EventId = seen.ToString() };
            }

            if (told != news.Status)
            {
                told = news.Status;
                seen = seen with { Ended = told.State.IsFinished() };
                yield return new SseItem<object>(told, "state") { EventId = seen.ToString() };
            }

            if (news.Status.State.IsFinished())
            {
                yield break;
            }

            await rights.WaitAsync(Task.WhenAny(news.More, signedOut.Task), cancellationToken);
        }
    }

    private static async Task<IResult> ControlAsync(Task<Refusal?> act, HttpContext context) =>
        await act is { } refusal ? refusal.ToResult(context.Response) : TypedResults.NoContent();

    internal static ProblemHttpResult NoSuchRun() =>
        TypedResults.Problem("There is no such run, or you are not allowed to see it.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>How much of a run a client has been told: points, frames, and whether it has ended.</summary>
    private sealed record EventPosition(int Points, int Frames, bool Ended)
    {
        private const string End = "end";

        public static EventPosition Parse(string? id) =>
            id?.Split('-') is [var points, var frames, .. { Length: <= 1 } rest]
                && int.TryParse(points, out var p)
                && int.TryParse(frames, out var f)
                && p >= 0
                && f >= 0
                ? new EventPosition(p, f, rest is [End])
                : new EventPosition(0, 0, false);

        public override string ToString() => $"{Points}-{Frames}{(Ended ? $"-{End}" : "")}";
    }
}
