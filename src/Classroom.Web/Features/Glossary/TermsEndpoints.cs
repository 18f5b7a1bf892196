using Classroom.Web.Shared;

namespace Classroom.Web.Features.Glossary;

public static class TermsEndpoints
{
    /// <summary>The definitions, for everyone.</summary>
    public static void MapTerms(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/terms", (Curriculum.Curriculum curriculum) => curriculum.Terms
                .Select(term => new TermAnswer(term.Slug, term.Name, term.Definition, [.. term.Prerequisites, .. term.Related])))
            .WithTags("Terms")
            .AllowTokens()
            .AllowAnonymous();

    public sealed record TermAnswer(string Slug, string Term, string Definition, IReadOnlyList<string> Related);
}
