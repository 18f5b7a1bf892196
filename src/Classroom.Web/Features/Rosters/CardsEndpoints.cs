using Classroom.School.SignInCards;
using Classroom.Web.Shared;

namespace Classroom.Web.Features.Rosters;

/// <summary>Sign-in cards as a file to print.</summary>
public static class CardsEndpoints
{
    private const string PdfType = "application/pdf";

    public static void MapCards(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/classes/{id:int}").WithTags("Classes").RequireSignIn().LimitRate().RefuseTokens()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .MapGet("/cards.pdf", PdfAsync).Produces<byte[]>(contentType: PdfType);

    private static async Task<IResult> PdfAsync(int id, SignInCardService cards, HttpContext context)
    {
        var found = await cards.ReadAsync(context.Actor(), id, "as a PDF", context.RequestAborted);
        return found is { Cards.Count: > 0 }
            ? TypedResults.File(
                CardsPdf.Write(found, $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}"),
                PdfType,
                $"sign-in-cards-{id}.pdf")
            : found is null ? default(ClassCards).OkOrNotFound(context, missing => missing)
            : TypedResults.Problem("There are no cards to print.", statusCode: StatusCodes.Status404NotFound);
    }
}
