namespace Classroom.School.Gradebook;

/// <summary>A student's marks together.</summary>
/// <param name="Score">0 to 1, more with extra points; null where nothing counts yet.</param>
/// <param name="Earned">Points, of what counts; dropped marks are not in it.</param>
/// <param name="Possible">Of the same assignments.</param>
public sealed record MarkTotal(double? Score, double Earned, double Possible)
{
    /// <summary>Each category with marks that count; none where the class has no categories.</summary>
    public IReadOnlyList<CategoryTotal> Categories { get; init; } = [];

    /// <summary>
    /// Without categories: points earned of points possible. With them: the categories' scores, weighted by their weights over those that
    /// have marks yet; what is in no category does not count. In each category the lowest marks are dropped by their share of the points,
    /// and the last mark never is. What is missing counts as zero; what is excused, not assigned, or not yet due does not count.
    /// </summary>
    internal static MarkTotal Of(IReadOnlyList<(Mark Mark, int? CategoryId)> marks, IReadOnlyList<CategoryDetails> categories)
    {
        var counting = marks.Where(mark => mark.Mark is { Counts: true, Possible: > 0 }).ToList();
        if (categories.Count == 0)
        {
            return Sum([.. counting.Select(mark => mark.Mark)]);
        }

        var totals = (from category in categories
                      let all = counting.Where(mark => mark.CategoryId == category.Id).Select(mark => mark.Mark).ToList()
                      where all.Count > 0
                      let kept = all.OrderByDescending(Share).Take(Math.Max(1, all.Count - category.DropLowest)).ToList()
                      select new CategoryTotal(category, Sum(kept), all.Count - kept.Count)).ToList();
        var weight = totals.Sum(total => total.Category.Weight);
        return new MarkTotal(
            weight == 0 ? null : totals.Sum(total => total.Category.Weight * total.Total.Score!.Value) / weight,
            totals.Sum(total => total.Total.Earned),
            totals.Sum(total => total.Total.Possible))
        {
            Categories = totals,
        };
    }

    private static MarkTotal Sum(IReadOnlyList<Mark> marks)
    {
        var (earned, possible) = (marks.Sum(mark => mark.Points ?? 0), marks.Sum(mark => mark.Possible));
        return new MarkTotal(possible == 0 ? null : earned / possible, earned, possible);
    }

    private static double Share(Mark mark) => (mark.Points ?? 0) / mark.Possible;
}
