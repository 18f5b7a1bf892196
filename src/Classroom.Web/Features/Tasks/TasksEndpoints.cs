using Classroom.School;
using Classroom.School.Tasks;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Tasks;

/// <summary>Handing in for lab tasks from scripts: the same services, and the same rights, as the page has.</summary>
public static class TasksEndpoints
{
    private const int MostBytes = 16 * 1024;

    public static void MapTasks(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/assignments/{id:int}/submissions").WithTags("Attempts").RequireSignIn().LimitRate().RefuseTokens()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .MapPost("", HandInAsync)
            .ReadsJson<SubmissionRequest>(MostBytes)
            .Produces<SubmissionAnswer>(StatusCodes.Status201Created);

    private static Task<IResult> HandInAsync(int id, TaskReader tasks, TaskMeasuring measuring, HttpContext context) =>
        JsonBody.ReadFieldsAsync(
            context,
            SubmissionRequest.Expected,
            async fields =>
            {
                var actor = context.Actor();
                if (await tasks.FindAsync(actor, id, context.RequestAborted) is not { } task)
                {
                    return new Refusal.NotFound().ToResult(context.Response);
                }

                var run = SubmissionRequest.ReadRun(fields);
                if (fields.Faults.Count > 0)
                {
                    return new Refusal.Invalid(fields.Faults).ToResult(context.Response);
                }

                var handedIn = await measuring.HandInAsync(actor, id, run, context.RequestAborted);
                return handedIn.Succeeded
                    ? TypedResults.Created($"/tasks/{id}", SubmissionAnswer.From(handedIn.Value, task.Goal))
                    : handedIn.Refusal.ToResult(context.Response);
            },
            MostBytes);
}
