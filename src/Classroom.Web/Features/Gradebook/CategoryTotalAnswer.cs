using Classroom.School.Gradebook;

namespace Classroom.Web.Features.Gradebook;

/// <param name="Category">Its id.</param>
/// <param name="Dropped">So many lowest marks do not count.</param>
public sealed record CategoryTotalAnswer(int Category, double? Score, double Earned, double Possible, int Dropped)
{
    public static CategoryTotalAnswer From(CategoryTotal ofCategory) => new(
        ofCategory.Category.Id, ofCategory.Total.Score, ofCategory.Total.Earned, ofCategory.Total.Possible, ofCategory.Dropped);
}
