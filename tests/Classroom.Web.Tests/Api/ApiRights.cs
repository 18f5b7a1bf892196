namespace Classroom.Web.Tests.Api;

/// <summary>Every call of the API, and what it answers to whom.</summary>
internal static class ApiRights
{
    // Visitor, student of the class, of another, one who waits, teacher of another, assistant, teacher of the class, admin.
    private static readonly int[] SignedIn = [401, 200, 200, 200, 200, 200, 200, 200];
    private static readonly int[] Staff = [401, 404, 404, 404, 404, 200, 200, 200];
    private static readonly int[] TeachersOfClass = [401, 404, 404, 404, 404, 404, 200, 200];
    private static readonly int[] StaffMakes = [401, 404, 404, 404, 404, 404, 201, 201];
    private static readonly int[] StaffChanges = [401, 404, 404, 404, 404, 404, 204, 204];
    private static readonly int[] StaffRegrades = [401, 404, 404, 404, 404, 404, 200, 200];
    private static readonly int[] OfRun = [401, 200, 404, 404, 404, 200, 200, 200];
    private static readonly int[] TooLateForRun = [401, 409, 404, 404, 404, 409, 409, 409];

    // Attempts are handed in after they were answered, and assignments are removed last.
    public static IReadOnlyList<ApiRightsRow> Table { get; } =
    [
        new("GET /api/terms", [200, 200, 200, 200, 200, 200, 200, 200]),
        new("GET /api/circuit", [401, 204, 204, 204, 204, 204, 204, 204]),
        new("GET /api/node", [401, 403, 403, 403, 403, 403, 403, 200]),
        new("GET /api/datasets", SignedIn),
        new("GET /api/datasets/{id}", SignedIn) { Id = _ => Value("digits") },
        new("POST /api/datasets", [401, 403, 403, 403, 400, 400, 400, 400]) { IsForm = true },

        new("POST /api/runs", [401, 400, 400, 400, 400, 400, 400, 400]) { Body = _ => "{}" },
        new("GET /api/runs/{id:guid}", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/curve", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/events", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/curve.csv", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/tensorboard", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/model.safetensors", OfRun) { Id = Run },
        new("GET /api/runs/{id:guid}/model.py", OfRun) { Id = Run },
        new("GET /api/runs/curves.csv", OfRun) { Id = Run, Query = "?runs=ID" },
        new("POST /api/runs/{id:guid}/pause", TooLateForRun) { Id = Run },
        new("POST /api/runs/{id:guid}/resume", TooLateForRun) { Id = Run },
        new("POST /api/runs/{id:guid}/stop", TooLateForRun) { Id = Run },

        new("GET /api/classes", SignedIn),
        new("POST /api/classes", [401, 403, 403, 403, 201, 201, 201, 201]) { Body = _ => """{ "name": "New" }""" },
        new("GET /api/classes/{id:int}/students", Staff),
        new("POST /api/classes/{id:int}/students", StaffMakes) { Body = _ => """{ "people": [{ "name": "New Student" }] }""" },

        new("GET /api/classes/{id:int}/cards.pdf", TeachersOfClass),
        new("GET /api/questions.gift", SignedIn),

        new("GET /api/assignments", SignedIn),
        new("GET /api/classes/{id:int}/assignments", Staff),
        new("POST /api/classes/{id:int}/assignments", StaffMakes) { Body = scene => scene.NextAssignment() },
        new("PATCH /api/assignments/{id:int}", StaffChanges) { Id = Assignment, Body = _ => """{ "points": 20 }""" },
        new("GET /api/classes/{id:int}/lists", Staff),
        new("POST /api/classes/{id:int}/lists", StaffMakes) { Body = _ => """{ "title": "Week 1" }""" },
        new("PATCH /api/lists/{id:int}", StaffChanges)
        {
            Id = async scene => await scene.ListAsync(),
            Body = _ => """{ "title": "Week 2" }""",
        },
        new("DELETE /api/lists/{id:int}", StaffChanges) { Id = async scene => await scene.ListAsync() },
        new("POST /api/assignments/{id:int}/post", StaffChanges) { Id = Assignment },
        new("POST /api/assignments/{id:int}/withdraw", StaffChanges) { Id = Assignment },
        new("PUT /api/assignments/{id:int}/students/{studentId:int}", StaffChanges)
        {
            Id = Assignment,
            Body = _ => """{ "comment": "Good" }""",
        },

        new("POST /api/assignments/{id:int}/attempts", [401, 200, 404, 404, 404, 404, 404, 404]) { Id = Assignment },
        new("POST /api/assignments/{id:int}/submissions", [401, 201, 404, 404, 404, 404, 404, 404])
        {
            Id = scene => Value(scene.TaskId),
            Body = scene => $$"""{ "run": "{{scene.RunId}}" }""",
        },
        new("POST /api/quizzes/{slug}/attempts", [401, 201, 201, 201, 201, 201, 201, 201]) { Body = _ => """{ "mode": "practice" }""" },
        new("PUT /api/attempts/{id:int}/answers/{questionId}", [401, 204, 404, 404, 404, 404, 404, 404])
        {
            Id = Attempt,
            Body = _ => """{ "response": null }""",
        },
        new("POST /api/attempts/{id:int}/submit", [401, 200, 404, 404, 404, 404, 404, 404]) { Id = Attempt },

        new("GET /api/classes/{id:int}/progress", Staff),
        new("GET /api/classes/{id:int}/gradebook", Staff),
        new("GET /api/classes/{id:int}/gradebook.csv", Staff),
        new("GET /api/classes/{id:int}/gradebook.xlsx", Staff),
        new("POST /api/assignments/{id:int}/regrade", StaffRegrades)
        {
            Id = Assignment,
            Query = "?preview=true",
            Body = scene => $$"""{ "question": "{{scene.QuestionId}}", "drop": true }""",
        },
        new("GET /api/assignments/{id:int}/regrades", Staff) { Id = Assignment },
        new("DELETE /api/regrades/{id:int}", StaffRegrades) { Id = async scene => await scene.RegradeAsync() },
        new("DELETE /api/assignments/{id:int}", StaffChanges) { Id = async scene => await scene.AssignAsync() },
    ];

    private static Task<object> Value(object value) => Task.FromResult(value);

    private static Task<object> Run(ApiRightsScene scene) => Value(scene.RunId);

    private static Task<object> Assignment(ApiRightsScene scene) => Value(scene.AssignmentId);

    private static Task<object> Attempt(ApiRightsScene scene) => Value(scene.AttemptId);
}
