using Classroom.School.Gradebook;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Gradebook;

/// <summary>The marks of a class, for scripts and spreadsheets.</summary>
public static class GradebookEndpoints
{
    private const string CsvType = "text/csv";

    public static void MapGradebook(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/classes/{id:int}").WithTags("Gradebook").RequireSignIn().LimitRate()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/gradebook", async (int id, GradebookReader reader, Curriculum.Curriculum curriculum, HttpContext context) =>
                (await reader.ReadAsync(context.Actor(), id, context.RequestAborted)).OkOrNotFound(
                    context, gradebook => GradebookAnswer.From(gradebook, curriculum)))
            .Produces<GradebookAnswer>();
        api.MapGet("/gradebook.csv", CsvAsync).Produces<string>(contentType: CsvType);
    }

    private static async Task<IResult> CsvAsync(
        int id, GradebookReader reader, Curriculum.Curriculum curriculum, HttpContext context) =>
        await reader.ReadAsync(context.Actor(), id, context.RequestAborted) is { } gradebook
            ? TypedResults.File(GradebookCsv.Write(gradebook, curriculum), $"{CsvType}; charset=utf-8", $"gradebook-{id}.csv")
            : default(ClassGradebook).OkOrNotFound(context, gradebook => gradebook);
}
