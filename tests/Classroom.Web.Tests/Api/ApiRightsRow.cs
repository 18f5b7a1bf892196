using System.Globalization;
using System.Text;

namespace Classroom.Web.Tests.Api;

/// <param name="Call">Method and path as the program maps them.</param>
/// <param name="Expected">A status for a visitor, a student of the class, one of another class, one who waits to be let in, a teacher of
/// another class, an assistant of the class, a teacher of it, and an admin, in this order.</param>
internal sealed record ApiRightsRow(string Call, int[] Expected)
{
    /// <summary>JSON; none where null.</summary>
    public Func<ApiRightsScene, string>? Body { get; init; }

    public bool IsForm { get; init; }

    /// <summary>Makes what the call is about, and gives the value of its parameter "id"; the class's where null.</summary>
    public Func<ApiRightsScene, Task<object>>? Id { get; init; }

    public string Query { get; init; } = "";

    public async Task<HttpRequestMessage> RequestAsync(ApiRightsScene scene)
    {
        var id = Id is null ? scene.ClassId : await Id(scene);
        var parts = Call.Split(' ');
        var address = string.Join('/', parts[1].Split('/').Select(part => part.Trim('{', '}').Split(':')[0] switch
        {
            "id" when part[0] == '{' => Convert.ToString(id, CultureInfo.InvariantCulture),
            "studentId" => scene.StudentId.ToString(CultureInfo.InvariantCulture),
            "questionId" => scene.QuestionId,
            "slug" => ApiRightsScene.Term,
            _ => part,
        }));
        return new HttpRequestMessage(new HttpMethod(parts[0]), address + Query.Replace("ID", $"{id}", StringComparison.Ordinal))
        {
            Content = IsForm ? new MultipartFormDataContent { { new StringContent("Title"), "title" } }
                : Body is null ? null
                : new StringContent(Body(scene), Encoding.UTF8, "application/json"),
        };
    }
}
