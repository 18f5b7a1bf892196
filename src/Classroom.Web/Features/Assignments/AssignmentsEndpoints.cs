using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.Assignments;
using Classroom.School.Gradebook;
using Classroom.Web.Features.Tasks;
using Classroom.Web.Shared;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Assignments;

/// <summary>Assignments for scripts: the same services, and the same rights, as the pages have.</summary>
public static class AssignmentsEndpoints
{
    public static void MapAssignments(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("Assignments").RequireSignIn().LimitRate().AllowTokens(TokenScopes.Assignments);
        api.MapGet("/assignments", ListOwnAsync);

        var ofClass = api.MapGroup("/classes/{id:int}/assignments").ProducesProblem(StatusCodes.Status404NotFound);
        ofClass.MapGet("", ListAsync).Produces<IReadOnlyList<AssignmentAnswer>>();
        ofClass.MapPost("", AssignAsync)
            .ReadsJson<AssignmentRequest>()
            .Produces<NewAssignmentAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict);

        var assignment = api.MapGroup("/assignments/{id:int}").ProducesProblem(StatusCodes.Status404NotFound);
        assignment.MapPatch("", ChangeAsync)
            .ReadsJson<AssignmentChangeRequest>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
        assignment.MapDelete("", RemoveAsync)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
        assignment.MapPost("/post", async (int id, PostingService posting, HttpContext context) =>
            (await posting.PostAsync(context.Actor(), id, context.RequestAborted)).ToResult(context))
            .AllowTokens(TokenScopes.Grades)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
        assignment.MapPost("/withdraw", async (int id, PostingService posting, HttpContext context) =>
            (await posting.WithdrawAsync(context.Actor(), id, context.RequestAborted)).ToResult(context))
            .AllowTokens(TokenScopes.Grades)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
        assignment.MapPut("/students/{studentId:int}", SetForStudentAsync)
            .AllowTokens(TokenScopes.Grades)
            .ReadsJson<StudentSettingsRequest>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IEnumerable<OwnAssignmentAnswer>> ListOwnAsync(
        StudentAssignmentReader assignments, Curriculum.Curriculum curriculum, HttpContext context) =>
        (await assignments.ListAsync(context.Actor(), context.RequestAborted)).Select(own => OwnAssignmentAnswer.From(own, curriculum));

    private static async Task<IResult> ListAsync(
        int id, AssignmentReader assignments, Curriculum.Curriculum curriculum, HttpContext context) =>
        (await assignments.ListAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
            context, list => list.Select(setup => AssignmentAnswer.From(setup, curriculum)));

    private static Task<IResult> AssignAsync(
        int id, AssignmentService assignments, TaskConfigs configs, Curriculum.Curriculum curriculum, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, AssignmentJson.Expected, async fields =>
        {
            var wanted = (NewAssignment)await configs.CheckAsync(
                context.Actor(), AssignmentJson.ReadNew(fields, curriculum), now: null, context.RequestAborted);
            var created = await assignments.AssignAsync(context.Actor(), id, wanted, context.RequestAborted);
            return created.Succeeded
                ? TypedResults.Created($"/classes/{id}/assignments/{created.Value.Id}", new NewAssignmentAnswer(created.Value.Id))
                : created.Refusal.InCall(wanted.Unread, AssignmentJson.Names).ToResult(context.Response);
        });

    private static Task<IResult> ChangeAsync(
        int id, AssignmentReader reader, AssignmentService assignments, TaskConfigs configs, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, "Send an object with what is to change, such as {\"points\": 20}.", async fields =>
        {
            if (await reader.FindAsync(context.Actor(), id, context.RequestAborted) is not { } now)
            {
                return new Refusal.NotFound().ToResult(context.Response);
            }

            var (read, version) = AssignmentJson.ReadChange(fields, now.ToSettings());
            var wanted = await configs.CheckAsync(context.Actor(), read, now.Assignment.ConfigJson, context.RequestAborted);
            var changed = await assignments.EditAsync(
                context.Actor(), id, wanted, version ?? now.Assignment.Version, context.RequestAborted);
            return changed.Refusal?.InCall(wanted.Unread, AssignmentJson.Names).ToResult(context.Response) ?? TypedResults.NoContent();
        });

    private static async Task<IResult> RemoveAsync(int id, AssignmentService assignments, HttpContext context) =>
        await assignments.FindAsync(context.Actor(), id, context.RequestAborted) is { } found
            ? (await assignments.RemoveAsync(context.Actor(), found.ClassId, id, context.RequestAborted)).ToResult(context)
            : new Refusal.NotFound().ToResult(context.Response);

    private static Task<IResult> SetForStudentAsync(
        int id, int studentId, AssignmentStudentService students, HttpContext context) =>
        JsonBody.ReadFieldsAsync(context, StudentSettingsRequest.Expected, async fields =>
        {
            var wanted = StudentSettingsRequest.Read(fields);
            var refusal = await students.SetAsync(
                context.Actor(), id, studentId, wanted, cancellationToken: context.RequestAborted);
            return (refusal?.InCall(wanted.Unread, AssignmentJson.Names)).ToResult(context);
        });
}
