using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Attempts;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Quizzes;

/// <summary>Taking quizzes from scripts: the same services, and the same rights, as the pages have.</summary>
public static class AttemptsEndpoints
{
    private const int MostBytes = 16 * 1024;

    public static void MapAttempts(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Attempts").RequireSignIn().LimitRate().RefuseTokens()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/assignments/{id:int}/attempts", async (int id, AttemptStarter starter, HttpContext context) =>
                Begun(await starter.StartOrResumeAsync(context.Actor(), id, context.RequestAborted), context))
            .ProducesAttempt();
        api.MapPost("/quizzes/{slug}/attempts", StartAsync).ReadsJson<AttemptRequest>(MostBytes).ProducesAttempt();
        api.MapPut("/attempts/{id:int}/answers/{questionId}", SaveAsync)
            .ReadsJson<ResponseRequest>(MostBytes)
            .Produces(StatusCodes.Status204NoContent);
        api.MapPost("/attempts/{id:int}/submit", SubmitAsync).Produces<HandedInAnswer>();
    }

    private static void ProducesAttempt(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<BegunAttemptAnswer>(StatusCodes.Status201Created).Produces<BegunAttemptAnswer>();

    private static Task<IResult> StartAsync(string slug, AttemptStarter starter, HttpContext context) =>
        JsonBody.ReadFieldsAsync(
            context,
            "Send an object such as {\"mode\": \"practice\"}.",
            async fields =>
            {
                var mode = fields.Word("mode", AttemptMode.Practice);
                var level = fields.Word("level", QuestionLevel.Core);
                fields.Require("mode", $"Say what the attempt is for: one of {Words.List<AttemptMode>()}.");
                fields.RefuseOthers();
                return fields.Faults.Count > 0
                    ? new Refusal.Invalid(fields.Faults).ToResult(context.Response)
                    : Begun(await starter.StartOrResumeAsync(context.Actor(), slug, mode, level, context.RequestAborted), context);
            },
            MostBytes);

    private static IResult Begun(Outcome<AttemptView> outcome, HttpContext context)
    {
        if (!outcome.Succeeded)
        {
            return outcome.Refusal.ToResult(context.Response);
        }

        var answer = BegunAttemptAnswer.From(outcome.Value);
        return outcome.Value.IsResumed
            ? TypedResults.Ok(answer)
            : TypedResults.Created($"/api/attempts/{answer.Id}", answer);
    }

    private static Task<IResult> SaveAsync(
        int id, string questionId, AttemptReader reader, AttemptService attempts, AttemptFeed feed, HttpContext context) =>
        JsonBody.ReadFieldsAsync(
            context,
            "Send an object such as {\"response\": {\"choice\": 2}}.",
            async fields =>
            {
                var actor = context.Actor();
                var attempt = await reader.GetAsync(actor, id, context.RequestAborted);
                if (attempt?.UserId != actor.UserId
                    || attempt.Questions.FirstOrDefault(answered => answered.Planned.Question.Id == questionId) is not { } found)
                {
                    return new Refusal.NotFound().ToResult(context.Response);
                }

                if (!fields.Has("response"))
                {
                    fields.Wrong("response", "Give the response as an object, or null to take it back.");
                }

                var response = fields.Object("response", "Give the response as an object, or null to take it back.") is { } given
                    ? ResponseFields.Read(found.Planned, given)
                    : null;
                fields.RefuseOthers();
                if (fields.Faults.Count > 0)
                {
                    return new Refusal.Invalid(fields.Faults).ToResult(context.Response);
                }

                var refusal = await attempts.SaveAnswerAsync(actor, id, questionId, response, context.RequestAborted);
                Tell(feed, id, refusal);
                return refusal.ToResult(context);
            },
            MostBytes);

    private static async Task<IResult> SubmitAsync(
        int id, AttemptService attempts, AttemptFeed feed, SchoolCalendar calendar, HttpContext context)
    {
        var outcome = await attempts.SubmitAsync(context.Actor(), id, context.RequestAborted);
        Tell(feed, id, outcome.Refusal);
        return !outcome.Succeeded ? outcome.Refusal.ToResult(context.Response)
            : outcome.Value is { IsEnded: true, EndsUtc: { } ends } ? Ended(calendar.In(outcome.Value.TimeZone).Say(ends)).ToResult(context.Response)
            : TypedResults.Ok(HandedInAnswer.From(outcome.Value));
    }

    private static Refusal.Conflict Ended(string moment) =>
        new($"The time for this attempt ended on {moment}. What had been saved by then was handed in.");

    // A page that shows the same attempt reads it again.
    private static void Tell(AttemptFeed feed, int attemptId, Refusal? refusal)
    {
        if (refusal is null)
        {
            using var watch = feed.Open(attemptId, () => { });
            watch.Tell();
        }
    }
}
