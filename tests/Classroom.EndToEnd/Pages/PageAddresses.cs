namespace Classroom.EndToEnd;

/// <summary>Who sees a page.</summary>
public enum Viewer
{
    Anonymous,
    Student,
    Teacher,
    Admin,
}

/// <summary>A page as somebody sees it.</summary>
/// <param name="Address">With names in braces for what a <see cref="CrawlScene"/> has made.</param>
/// <param name="Ready">Matches something once the page has all that is looked at; null where it comes as a whole.</param>
/// <param name="Status">What the page answers with.</param>
/// <param name="FirstScreen">What is wholly to be seen on a Chromebook without scrolling; null where nothing has to be.</param>
public sealed record PageView(Viewer Viewer, string Address, string? Ready = null, int Status = 200, string? FirstScreen = null);

/// <summary>
/// For each route the addresses where it is looked at, and by whom. Where pages differ in their words alone, one or two of them
/// stand for the others: <see cref="LessonPageTests"/>, <see cref="QuizPageTests"/> and <see cref="ExperimentWalks"/> look at each.
/// </summary>
public static class PageAddresses
{
    private const string Drawn = ".chart[data-drawn]";

    public static IReadOnlyDictionary<string, IReadOnlyList<PageView>> ByRoute { get; } = new Dictionary<string, IReadOnlyList<PageView>>
    {
        ["/"] = [new(Viewer.Anonymous, "/"), new(Viewer.Student, "/"), new(Viewer.Teacher, "/"), new(Viewer.Admin, "/")],
        ["/account"] = [new(Viewer.Student, "/account"), new(Viewer.Teacher, "/account")],
        ["/account/ended"] = [new(Viewer.Anonymous, "/account/ended")],
        ["/account/login"] = [new(Viewer.Anonymous, "/account/login")],
        ["/account/logout"] = [new(Viewer.Student, "/account/logout")],
        ["/admin/audit"] = [new(Viewer.Admin, "/admin/audit")],
        ["/admin/classes"] = [new(Viewer.Admin, "/admin/classes")],
        ["/admin/classes/{ClassId:int}"] = [new(Viewer.Admin, "/admin/classes/1")],
        ["/admin/classes/{ClassId:int}/move/{StudentId:int}"] = [new(Viewer.Admin, "/admin/classes/1/move/{student}")],
        ["/admin/datasets"] = [new(Viewer.Teacher, "/admin/datasets")],
        ["/admin/datasets/new/{Token}"] = [new(Viewer.Teacher, "{preview}")],
        ["/admin/datasets/{Id:guid}"] = [new(Viewer.Teacher, "{data set}")],
        ["/admin/users"] = [new(Viewer.Admin, "/admin/users")],
        ["/class/{Code}"] = [new(Viewer.Anonymous, "{picture sign-in}"), new(Viewer.Anonymous, "{picture choice}")],
        ["/classes"] = [new(Viewer.Teacher, "/classes")],
        ["/classes/archived"] = [new(Viewer.Teacher, "/classes/archived")],
        ["/classes/{ClassId:int}"] = [new(Viewer.Teacher, "/classes/1")],
        ["/classes/{ClassId:int}/assignments"] = [new(Viewer.Teacher, "/classes/1/assignments")],
        ["/classes/{ClassId:int}/assignments/lists/new"] = [new(Viewer.Teacher, "/classes/1/assignments/lists/new")],
        ["/classes/{ClassId:int}/assignments/lists/{ListId:int}"] = [new(Viewer.Teacher, "/classes/1/assignments/lists/{list}")],
        ["/classes/{ClassId:int}/assignments/task"] = [new(Viewer.Teacher, "/classes/1/assignments/task")],
        ["/classes/{ClassId:int}/assignments/{AssignmentId:int}"] =
            [new(Viewer.Teacher, "/classes/1/assignments/1"), new(Viewer.Teacher, "/classes/1/assignments/{task}")],
        ["/classes/{ClassId:int}/assignments/{AssignmentId:int}/regrade"] = [new(Viewer.Teacher, "/classes/1/assignments/1/regrade")],
        ["/classes/{ClassId:int}/cards"] = [new(Viewer.Teacher, "/classes/1/cards")],
        ["/classes/{ClassId:int}/code"] = [new(Viewer.Teacher, "/classes/1/code")],
        ["/classes/{ClassId:int}/gradebook"] = [new(Viewer.Teacher, "/classes/1/gradebook")],
        ["/classes/{ClassId:int}/gradebook/categories"] = [new(Viewer.Teacher, "/classes/1/gradebook/categories")],
        ["/classes/{ClassId:int}/gradebook/files"] = [new(Viewer.Teacher, "/classes/1/gradebook/files")],
        ["/classes/{ClassId:int}/gradebook/{AssignmentId:int}/{StudentId:int}"] =
            [new(Viewer.Teacher, "/classes/1/gradebook/1/{student}")],
        ["/classes/{ClassId:int}/items"] =
        [
            new(Viewer.Teacher, "/classes/1/items?sort=-facility"),
            new(Viewer.Teacher, "/classes/1/items?of=1"),
        ],
        ["/classes/{ClassId:int}/pictures"] = [new(Viewer.Teacher, "/classes/1/pictures")],
        ["/classes/{ClassId:int}/progress"] = [new(Viewer.Teacher, "/classes/1/progress", ".sort:enabled")],
        ["/classes/{ClassId:int}/roster"] = [new(Viewer.Teacher, "/classes/1/roster")],
        ["/classes/{ClassId:int}/settings"] = [new(Viewer.Teacher, "/classes/1/settings")],
        ["/classes/{ClassId:int}/students/new"] = [new(Viewer.Teacher, "/classes/1/students/new")],
        ["/classes/{ClassId:int}/students/{StudentId:int}"] = [new(Viewer.Teacher, "/classes/1/students/{student}")],
        ["/error"] = [new(Viewer.Anonymous, "/error")],
        ["/glossary"] = [new(Viewer.Anonymous, "/glossary")],
        ["/glossary/{Slug}"] =
        [
            new(Viewer.Anonymous, "/glossary/gradient-descent", ".stage"),
            new(Viewer.Student, "/glossary/convolutional-neural-network?level=deep"),
        ],
        ["/join"] = [new(Viewer.Anonymous, "/join")],
        ["/lab"] = [new(Viewer.Student, "/lab", "button[type=submit]:enabled")],
        ["/lab/compare"] = [new(Viewer.Student, "/lab/compare?runs={run},{other run}", Drawn)],
        ["/lab/{Slug}"] =
        [
            new(Viewer.Student, "/lab/image-classification", "fieldset:enabled"),
            new(Viewer.Student, "{experiment}", Drawn, FirstScreen: ".chart"),
        ],
        ["/lab/{Slug}/{Part}"] = [new(Viewer.Student, "/lab/vanishing-gradient-problem/time-lag", "fieldset:enabled")],
        ["/me"] = [new(Viewer.Student, "/me")],
        ["/me/tokens"] = [new(Viewer.Teacher, "/me/tokens")],
        ["/not-allowed"] = [new(Viewer.Student, "/not-allowed", Status: 403)],
        ["/not-found"] = [new(Viewer.Anonymous, "/not-found")],
        ["/problem/{Status:int}"] = [new(Viewer.Anonymous, "/problem/413")],
        ["/questions"] = [new(Viewer.Teacher, "/questions")],
        ["/questions/import"] = [new(Viewer.Teacher, "/questions/import")],
        ["/questions/new"] = [new(Viewer.Teacher, "/questions/new", "fieldset:enabled")],
        ["/questions/{QuestionId:int}"] = [new(Viewer.Teacher, "/questions/{own question}", "fieldset:enabled")],
        ["/quizzes"] = [new(Viewer.Teacher, "/quizzes")],
        ["/quizzes/new"] = [new(Viewer.Teacher, "/quizzes/new")],
        ["/quizzes/{QuizId:int}"] = [new(Viewer.Teacher, "/quizzes/{own quiz}")],
        ["/quiz/{Slug}"] =
        [
            new(Viewer.Student, "/quiz/overfitting"),
            new(Viewer.Student, "/quiz/overfitting?mode=practice", "section.question fieldset:enabled, section.question input:enabled"),
            new(Viewer.Student, "{result}"),
            new(Viewer.Teacher, "/quiz/own-{own quiz}"),
        ],
        ["/review"] = [new(Viewer.Student, "/review")],
        ["/runs/{Id:guid}"] =
        [
            new(Viewer.Student, "/runs/{run}", Drawn),
            new(Viewer.Student, "/runs/{run that goes on}", Drawn, FirstScreen: ".chart"),
        ],
        ["/tasks/{AssignmentId:int}"] = [new(Viewer.Student, "/tasks/{task}")],
    };
}
