using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Assignments;
using Classroom.School.Regrades;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Regrades;

/// <summary>Regrades for scripts: the same services, and the same rights, as the page has.</summary>
public static class RegradesEndpoints
{
    public static void MapRegrades(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Gradebook").RequireSignIn().LimitRate().AllowTokens(TokenScopes.Grades)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/assignments/{id:int}/regrade", RegradeAsync)
            .ReadsJson<RegradeRequestBody>()
            .Produces<RegradeAnswer>()
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/assignments/{id:int}/regrades", async (int id, RegradeReader regrades, HttpContext context) =>
                (await regrades.ListAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
                    context, list => list.Select(RegradeRuleAnswer.From)))
            .Produces<IReadOnlyList<RegradeRuleAnswer>>();
        api.MapDelete("/regrades/{id:int}", UndoAsync)
            .Produces<RegradeAnswer>()
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<IResult> RegradeAsync(
        int id,
        AssignmentService assignments,
        RegradeService regrades,
        RegradeReader reader,
        HttpContext context,
        bool preview = false) =>
        JsonBody.ReadFieldsAsync(context, RegradeRequestBody.Expected, async fields =>
        {
            if (await assignments.FindAsync(context.Actor(), id, context.RequestAborted) is null)
            {
                return new Refusal.NotFound().ToResult(context.Response);
            }

            var wanted = RegradeRequestBody.Read(fields, await reader.ReadQuizAsync(context.Actor(), id, context.RequestAborted));
            return Answer(
                context,
                preview
                    ? await regrades.PreviewAsync(context.Actor(), id, wanted, context.RequestAborted)
                    : await regrades.ApplyAsync(context.Actor(), id, wanted, context.RequestAborted));
        });

    private static async Task<IResult> UndoAsync(int id, RegradeReader reader, RegradeService regrades, HttpContext context) =>
        await reader.FindAssignmentAsync(context.Actor(), id, context.RequestAborted) is { } assignmentId
            ? Answer(context, await regrades.UndoAsync(context.Actor(), assignmentId, id, context.RequestAborted))
            : new Refusal.NotFound().ToResult(context.Response);

    private static IResult Answer(HttpContext context, Outcome<RegradeResult> outcome) => outcome.Succeeded
        ? TypedResults.Ok(RegradeAnswer.From(outcome.Value))
        : outcome.Refusal.ToResult(context.Response);
}
