using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Classes;

/// <param name="Name">Of the class.</param>
/// <param name="Teachers">Their ids.</param>
public sealed record NewClassRequest(string Name, IReadOnlyList<int>? Teachers)
{
    public const string Expected = "Send an object such as {\"name\": \"7b Computing\"}.";

    public static NewClassRequest Read(JsonFields fields) => new(fields.Text("name") ?? "", fields.Integers("teachers"));
}
