namespace Classroom.Web.Tests.Pages;

/// <summary>Every page, and what it answers to whom.</summary>
internal static class PageRights
{
    // Visitor, student of the class, of another, one who waits, teacher of another, assistant, teacher of the class, admin.
    private static readonly int[] Everyone = [200, 200, 200, 200, 200, 200, 200, 200];
    private static readonly int[] SignedIn = [401, 200, 200, 200, 200, 200, 200, 200];
    private static readonly int[] Students = [401, 200, 200, 200, 403, 403, 403, 403];
    private static readonly int[] Teachers = [401, 403, 403, 403, 200, 200, 200, 200];
    private static readonly int[] Staff = [401, 403, 403, 403, 404, 200, 200, 200];
    private static readonly int[] TeachersOfClass = [401, 403, 403, 403, 404, 404, 200, 200];
    private static readonly int[] OwnQuestions = [401, 403, 403, 403, 404, 404, 200, 200];
    private static readonly int[] Nobody = [404, 404, 404, 404, 404, 404, 404, 404];
    private static readonly int[] Admins = [401, 403, 403, 403, 403, 403, 403, 200];

    public static IReadOnlyList<PageRight> Table { get; } =
    [
        new("/", Everyone),
        new("/not-found", Everyone),
        new("/error", Everyone),
        new("/problem/{Status:int}", Everyone) { Address = _ => "/problem/413" },
        new("/not-allowed", [401, 403, 403, 403, 403, 403, 403, 403]),
        new("/account", SignedIn),
        new("/account/login", Everyone),
        new("/account/logout", Everyone),
        new("/account/ended", Everyone),
        new("/join", Everyone),
        // Whoever has the code sees the page, signed in or not; all others, and the class's own people, see that there is none.
        new("/class/{Code}", Nobody) { Address = _ => "/class/XXXX-XXXX-XXXX" },
        new("/glossary", Everyone),
        new("/glossary/{Slug}", Everyone),
        new("/quiz/{Slug}", SignedIn),
        new("/lab", SignedIn),
        new("/lab/{Slug}", SignedIn) { Address = scene => $"/lab/{scene.Experiment}" },
        new("/lab/{Slug}/{Part}", SignedIn) { Address = _ => "/lab/vanishing-gradient-problem/time-lag" },
        new("/lab/compare", SignedIn) { Address = scene => $"/lab/compare?runs={scene.Base.RunId}" },
        new("/runs/{Id:guid}", [401, 200, 404, 404, 404, 200, 200, 200]) { Address = scene => $"/runs/{scene.Base.RunId}" },
        new("/tasks/{AssignmentId:int}", [401, 200, 404, 404, 404, 404, 404, 404])
        {
            Address = scene => $"/tasks/{scene.Base.TaskId}",
        },
        new("/me", Students),
        new("/me/tokens", Teachers),
        new("/review", Students),

        new("/classes", Teachers),
        new("/classes/archived", Teachers),
        new("/classes/{ClassId:int}", Staff),
        new("/classes/{ClassId:int}/roster", Staff),
        new("/classes/{ClassId:int}/students/new", TeachersOfClass),
        new("/classes/{ClassId:int}/students/{StudentId:int}", Staff),
        new("/classes/{ClassId:int}/cards", TeachersOfClass),
        new("/classes/{ClassId:int}/code", Staff),
        new("/classes/{ClassId:int}/settings", Staff),
        new("/classes/{ClassId:int}/pictures", TeachersOfClass),
        new("/classes/{ClassId:int}/progress", Staff),
        new("/classes/{ClassId:int}/items", Staff),
        new("/classes/{ClassId:int}/assignments", Staff),
        new("/classes/{ClassId:int}/assignments/task", TeachersOfClass),
        new("/classes/{ClassId:int}/assignments/lists/new", TeachersOfClass),
        new("/classes/{ClassId:int}/assignments/lists/{ListId:int}", TeachersOfClass),
        new("/classes/{ClassId:int}/assignments/{AssignmentId:int}", Staff),
        new("/classes/{ClassId:int}/assignments/{AssignmentId:int}/regrade", Staff),
        new("/classes/{ClassId:int}/gradebook", Staff),
        new("/classes/{ClassId:int}/gradebook/categories", TeachersOfClass),
        new("/classes/{ClassId:int}/gradebook/files", Staff),
        new("/classes/{ClassId:int}/gradebook/{AssignmentId:int}/{StudentId:int}", Staff),

        new("/questions", Teachers),
        new("/questions/new", Teachers),
        new("/questions/import", Teachers),
        new("/questions/{QuestionId:int}", OwnQuestions),
        new("/quizzes", Teachers),
        new("/quizzes/new", Teachers),
        new("/quizzes/{QuizId:int}", OwnQuestions),

        new("/admin/datasets", Teachers),
        new("/admin/datasets/new/{Token}", [401, 403, 403, 403, 302, 302, 200, 302]) { Address = scene => scene.Preview },
        new("/admin/datasets/{Id:guid}", Staff) { Address = scene => scene.DataSet },
        new("/admin/users", Admins),
        new("/admin/audit", Admins),
        new("/admin/classes", Admins),
        new("/admin/classes/{ClassId:int}", Admins),
        new("/admin/classes/{ClassId:int}/move/{StudentId:int}", Admins),
    ];
}
