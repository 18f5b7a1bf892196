using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook;

/// <param name="Score">0 to 1, more with extra points; null where nothing counts yet.</param>
/// <param name="Earned">Points, of what counts.</param>
/// <param name="Possible">Points of the same assignments.</param>
/// <param name="Categories">Each with marks that count.</param>
public sealed record TotalAnswer(double? Score, double Earned, double Possible, IReadOnlyList<CategoryTotalAnswer> Categories)
{
    public static TotalAnswer From(MarkTotal total) => new(
        total.Score, total.Earned, total.Possible, [.. total.Categories.Select(CategoryTotalAnswer.From)]);
}
