using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Assignments;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>Lists of assignments for scripts.</summary>
public static class AssignmentListsEndpoints
{
    public static void MapAssignmentLists(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Assignments").RequireSignIn().LimitRate().AllowTokens(TokenScopes.Assignments);
        var ofClass = api.MapGroup("/classes/{id:int}/lists").ProducesProblem(StatusCodes.Status404NotFound);
        ofClass.MapGet("", async (int id, AssignmentListService lists, HttpContext context) =>
            (await lists.ListAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
                context, all => all.Select(ListAnswer.From)))
            .Produces<IReadOnlyList<ListAnswer>>();
        ofClass.MapPost("", CreateAsync)
            .ReadsJson<ListRequest>()
            .Produces<NewAssignmentAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict);

        var list = api.MapGroup("/lists/{id:int}").ProducesProblem(StatusCodes.Status404NotFound);
        list.MapPatch("", ChangeAsync)
            .ReadsJson<ListChangeRequest>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
        list.MapDelete("", async (int id, AssignmentListService lists, HttpContext context) =>
            (await lists.RemoveAsync(context.Actor(), id, context.RequestAborted)).ToResult(context))
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<IResult> CreateAsync(int id, AssignmentListService lists, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, ListJson.Expected, async fields =>
        {
            var wanted = ListJson.ReadNew(fields);
            var created = await lists.CreateAsync(context.Actor(), id, wanted, context.RequestAborted);
            return created.Succeeded
                ? TypedResults.Created($"/classes/{id}/assignments/lists/{created.Value.Id}", new NewAssignmentAnswer(created.Value.Id))
                : created.Refusal.InCall(wanted.Unread).ToResult(context.Response);
        });

    private static Task<IResult> ChangeAsync(int id, AssignmentListService lists, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, ListJson.Expected, async fields =>
        {
            if (await lists.FindAsync(context.Actor(), id, context.RequestAborted) is not { } now)
            {
                return new Refusal.NotFound().ToResult(context.Response);
            }

            var (wanted, version) = ListJson.ReadChange(fields, now.ToSettings());
            var refusal = await lists.ChangeAsync(context.Actor(), id, wanted, version ?? now.Version, context.RequestAborted);
            return (refusal?.InCall(wanted.Unread)).ToResult(context);
        });
}
