using System.Text.Json.Serialization;
using Classroom.Runs.DataSets;
using Classroom.School;
using Classroom.School.AccessTokens;
using Classroom.School.People;
using Classroom.Training.Data;
using Classroom.Web.Features.DataSets.Uploads;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Classroom.Web.Features.DataSets;

public static class DataSetsEndpoints
{
    /// <summary>Larger than any data set that is accepted, so that one a little too large still gets a clear answer.</summary>
    public const long MaxUploadBytes = 220L * 1024 * 1024;

    public static void MapDataSets(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/datasets").WithTags("Data sets").RequireSignIn().AllowTokens(TokenScopes.Runs);
        api.MapGet("", ListAsync);
        api.MapGet("/{id}", GetAsync).Produces<DataSetAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("", UploadAsync)
            // No token beside the cookie: SameSiteOnly refuses what comes from elsewhere.
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(MaxUploadBytes))
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Teacher), nameof(Role.Admin)))
            .Produces<CreatedAnswer>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IEnumerable<DataSetAnswer>> ListAsync(DataSetCatalog dataSets, HttpContext context) =>
        (await dataSets.ListAsync(context.Actor(), context.RequestAborted)).Select(Describe);

    private static async Task<IResult> GetAsync(string id, DataSetCatalog dataSets, HttpContext context) =>
        await dataSets.FindAsync(context.Actor(), id, context.RequestAborted) is { } info
            ? TypedResults.Ok(Describe(info) with { Reading = ReadingAnswer.From(info.Reading) })
            : new Refusal.NotFound().ToResult(context.Response);

    private static async Task<IResult> UploadAsync(
        [FromForm] string? title,
        [FromForm] string? header,
        [FromForm] string? separator,
        [FromForm] string? labelColumn,
        [FromForm] string? encoding,
        [FromForm] string? classFolder,
        [FromForm] string? content,
        [FromForm] string? orientation,
        IFormFileCollection files,
        DataSetUpload upload,
        HttpContext context)
    {
        var faults = new List<Fault>();
        var fields = new ChoiceFields
        {
            Header = header,
            Separator = separator,
            LabelColumn = labelColumn,
            Encoding = encoding,
            ClassFolder = classFolder,
            Content = content,
            Orientation = orientation,
        };
        var choices = fields.Parse(faults);
        if (faults.Count > 0)
        {
            return new Refusal.Invalid(faults).ToResult(context.Response);
        }

        var outcome = await upload.StoreAsync(context.Actor(), title, choices, files, context.RequestAborted);
        return outcome.Succeeded
            ? TypedResults.Created($"/api/datasets/{outcome.Value.Id}", new CreatedAnswer(outcome.Value.Id))
            : outcome.Refusal.ToResult(context.Response);
    }

    private static DataSetAnswer Describe(DataSetInfo info) =>
        new(info.Id, info.Title, info.Kind, info.Examples, info.Train, info.Validation, info.Shape, info.Classes, info.Description);

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
        string Description)
    {
        /// <summary>How an uploaded data set's files were read; only where one data set is asked for, and it knows.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ReadingAnswer? Reading { get; init; }
    }
}
