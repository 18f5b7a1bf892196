using Classroom.School.Progress;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Classes;

/// <summary>How far a class has come, for scripts.</summary>
public static class ProgressEndpoints
{
    public static void MapProgress(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/classes/{id:int}/progress", async (
                int id, ProgressService progress, Curriculum.Curriculum curriculum, HttpContext context) =>
                (await progress.ClassProgressAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
                    context, found => ProgressAnswer.From(found, curriculum)))
            .WithTags("Progress")
            .RequireSignIn()
            .LimitRate()
            .AllowTokens()
            .Produces<ProgressAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
}
