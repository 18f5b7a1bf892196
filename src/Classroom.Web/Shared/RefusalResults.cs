using Classroom.School;

namespace Classroom.Web.Shared;

/// <summary>A service's refusal as the API tells it: problem details with the status that fits.</summary>
public static class RefusalResults
{
    public static IResult ToResult(this Refusal refusal, HttpResponse response)
    {
        switch (refusal)
        {
            case Refusal.NotFound:
                return TypedResults.Problem(refusal.Message, statusCode: StatusCodes.Status404NotFound);
            case Refusal.Invalid invalid:
                return TypedResults.ValidationProblem(
                    invalid.Faults.GroupBy(fault => fault.Field)
                        .ToDictionary(field => field.Key, field => field.Select(fault => fault.Message).ToArray()),
                    Describe(invalid));
            case Refusal.QuotaExceeded quota:
                response.Headers.RetryAfter = Math.Ceiling(quota.RetryAfter.TotalSeconds).ToString("0");
                return Problems.Create(refusal.Message, StatusCodes.Status429TooManyRequests);
            case Refusal.StorageExceeded:
                return Problems.Create(refusal.Message, StatusCodes.Status413PayloadTooLarge);
            default:
                return TypedResults.Problem(refusal.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    // A class of faulty names would be a long sentence, and all of them are in the errors anyway.
    private static string Describe(Refusal.Invalid invalid) => invalid.Faults.Count <= 3
        ? invalid.Message
        : $"{invalid.Faults.Count} things are wrong here. The first: {invalid.Faults[0].Message}";
}
