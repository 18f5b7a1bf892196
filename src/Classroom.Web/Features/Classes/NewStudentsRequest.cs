using Classroom.School.Accounts;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Classes;

/// <param name="People">In the order in which their accounts come back.</param>
public sealed record NewStudentsRequest(IReadOnlyList<NewStudent> People)
{
    /// <summary>A hundred people with long names in a script of three bytes a letter.</summary>
    public const int MostBytes = 256 * 1024;

    public const string Expected = "Send an object such as {\"people\": [{\"name\": \"Maria Lopez\"}]}.";

    public static NewStudentsRequest Read(JsonFields fields) => new(
    [
        .. fields.Objects("people", "Give a list of students, for example [{\"name\": \"Maria Lopez\", \"userName\": \"maria\"}].")
            .Select(student => new NewStudent(student?.Text("name") ?? "", student?.Text("userName"))),
    ]);
}
