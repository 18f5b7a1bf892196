using Classroom.Runs;
using Classroom.School;
using Classroom.Training;
using Classroom.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Features.Lab;

public static class DataSetsEndpoints
{
    /// <summary>Larger than any data set that is accepted, so that one a little too large still gets a clear answer.</summary>
    public const long MaxUploadBytes = 220L * 1024 * 1024;

    public static void MapDataSets(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/datasets").WithTags("Data sets").RequireAuthorization().AddEndpointFilter<SameSiteOnly>();
        api.MapGet("", ListAsync);
        api.MapPost("", UploadAsync)
            // No token beside the cookie: SameSiteOnly refuses what comes from elsewhere.
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MaxUploadBytes))
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Teacher), nameof(Role.Admin)));
    }

    private static async Task<IEnumerable<DataSetAnswer>> ListAsync(DataSetCatalog dataSets, HttpContext context) =>
        (await dataSets.ListAsync(context.User.ToActor()!.Value, context.RequestAborted))
            .Select(info => new DataSetAnswer(info.Id, info.Title, info.Kind, info.Examples, info.Train, info.Validation, info.Shape, info.Classes, info.Description));

    private static async Task<IResult> UploadAsync([FromForm] string? title, [FromForm] string? labelColumn, IFormFileCollection files, DataSetUpload upload, HttpContext context)
    {
        var outcome = await upload.StoreAsync(context.User.ToActor()!.Value, title, labelColumn, files, context.RequestAborted);
        return outcome.Succeeded
            ? TypedResults.Created($"/api/datasets/{outcome.Value.Id}", new { outcome.Value.Id })
            : outcome.Refusal.ToResult(context.Response);
    }

    /// <param name="Shape">Of one example: height and width, characters, columns, or length and numbers at each place.</param>
    /// <param name="Description">What the examples are, how they were divided and what was done to them.</param>
    public sealed record DataSetAnswer(
        string Id,
        string Title,
        DataSetKind Kind,
        int Examples,
        int Train,
        int Validation,
        IReadOnlyList<int> Shape,
        IReadOnlyList<string> Classes,
        string Description);
}
