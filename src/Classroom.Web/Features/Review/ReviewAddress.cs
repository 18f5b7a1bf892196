namespace Classroom.Web.Features.Review;

public static class ReviewAddress
{
    public const string Sitting = "/review";

    /// <summary>The end of a sitting, where a reload finds it again.</summary>
    public static string End(int answered, int right) => $"/review?answered={answered}&right={right}";
}
