using System.Text.Json;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Tasks;

/// <param name="Run">One of the caller's own.</param>
public sealed record SubmissionRequest(Guid Run)
{
    public const string Expected = "Send an object with the id of a run, such as {\"run\": \"0197b9f2-6c1e-7d7a-a9b8-3f5f6c0d1e2f\"}.";

    public static Guid ReadRun(JsonFields fields)
    {
        const string expected = "Give the id of a run, as POST /api/runs gives it.";
        var run = fields.Value<Guid>(
            "run",
            default,
            json => json.ValueKind == JsonValueKind.String && Guid.TryParse(json.GetString(), out var id) ? id : null,
            expected);
        fields.Require("run", expected);
        fields.RefuseOthers();
        return run;
    }
}
