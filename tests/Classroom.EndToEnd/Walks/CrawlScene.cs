using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>What a student and a teacher have done before all pages are looked at, so that there is something on them.</summary>
public sealed partial class CrawlScene
{
    private const string Quiz = "overfitting";
    private const string Experiment = "/lab/gradient-descent";

    private readonly Dictionary<string, string> made = [];

    /// <summary>The address with what was made in the place of its name.</summary>
    public string Fill(string address) => Name().Replace(address, name => made[name.Groups[1].Value]);

    public async Task MakeAsync(Visitor student, Visitor teacher, ClassroomServer server)
    {
        made["task"] = await GiveTaskAsync(teacher.Page);
        using var script = await Script.OfAsync(student, server);
        var runs = new[] { await script.StartRunAsync(Configs.Tiny(epochs: 1)), await script.StartRunAsync(Configs.Tiny(epochs: 2)) };
        (made["run"], made["other run"]) = ($"{runs[0]}", $"{runs[1]}");
        made["run that goes on"] = $"{await BeginAsync(script)}";
        made["experiment"] = await BeginExperimentAsync(student.Page);
        made["result"] = await TakeQuizAsync(student.Page);
        (made["data set"], made["preview"]) = await UploadAsync(teacher.Page);
        made["list"] = await MakeListAsync(teacher.Page);
        made["student"] = await FindStudentAsync(teacher.Page);
        (made["own question"], made["own quiz"]) = await MakeQuizAsync(teacher.Page);
        (made["picture sign-in"], made["picture choice"]) = await TurnPicturesOnAsync(teacher.Page);
        foreach (var run in runs)
        {
            await script.WaitForStateAsync(run, "Completed");
        }
    }

    /// <summary>A run in the middle of its training, which is held there: it would keep the machine busy.</summary>
    private static async Task<Guid> BeginAsync(Script script)
    {
        var run = await script.StartRunAsync(Configs.Long());
        await Waiting.UntilAsync(() => script.StepAsync(run), step => step > 10, "some steps");
        Assert.Equal(HttpStatusCode.NoContent, await script.StatusAsync(HttpMethod.Post, $"/api/runs/{run}/pause"));
        return run;
    }

    /// <summary>Two lessons one after the other, so that one is locked.</summary>
    private static async Task<string> MakeListAsync(IPage page)
    {
        await page.GotoAsync("/classes/1/assignments/lists/new");
        await page.GetByLabel("Title").FillAsync("Week 1");
        await page.Locator("#step-1").CheckAsync();
        await page.Locator("#step-2").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save it anyway" }).ClickAsync();
        var change = page.GetByRole(AriaRole.Link, new() { NameRegex = AccessibleName.Of("Change this list", "Week 1") });
        var address = await change.GetAttributeAsync("href");
        return address!.Split('/')[^1];
    }

    private static async Task<string> BeginExperimentAsync(IPage page)
    {
        await page.GotoAsync(Experiment);
        await page.Locator("fieldset:enabled input[type=radio]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "That is my prediction" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Train() }).ClickAsync();
        await Expect(page.Locator(".chart").First).ToBeVisibleAsync();
        return Experiment;
    }

    /// <summary>Hands one in, so that there is a result and something to review, and leaves another open.</summary>
    private static async Task<string> TakeQuizAsync(IPage page)
    {
        var quiz = new QuizView(page);
        await quiz.OpenAsync(Quiz, "graded");
        await quiz.AnswerAsync();
        await quiz.HandInAsync();
        var result = PathOf(page);
        await quiz.OpenAsync(Quiz, "practice");
        return result;
    }

    /// <summary>Stores one data set and leaves another to be checked.</summary>
    private static async Task<(string Stored, string Preview)> UploadAsync(IPage page)
    {
        await UploadAsync(page, "Bright rows");
        await page.GetByRole(AriaRole.Button, new() { Name = "Store", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bright rows");
        var stored = PathOf(page);
        await UploadAsync(page, "More bright rows");
        return (stored, PathOf(page));
    }

    private static async Task UploadAsync(IPage page, string title)
    {
        await page.GotoAsync("/admin/datasets");
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("Files", new() { Exact = true }).SetInputFilesAsync([IdxFiles.Pictures(), IdxFiles.Labels()]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Check before it is stored");
    }

    private static async Task<string> GiveTaskAsync(IPage page)
    {
        const string title = "Small and good";
        await page.GotoAsync("/classes/1/assignments/task");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Instructions", new() { Exact = true }).FillAsync("Train a small network that is right most of the time.");
        await page.GetByLabel("Measure").First.SelectOptionAsync("validation-accuracy");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "At least" }).First.FillAsync("20%");
        await page.GetByRole(AriaRole.Button, new() { Name = "Assign", Exact = true }).ClickAsync();
        var address = await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).GetAttributeAsync("href");
        return address!.Split('/')[^1];
    }

    private static async Task<string> FindStudentAsync(IPage page)
    {
        await page.GotoAsync("/classes/1/progress");
        var address = await page.GetByRole(AriaRole.Link, new() { Name = "Student 24" }).GetAttributeAsync("href");
        return address!.Split('/')[^1];
    }

    /// <summary>Imports two questions and makes a quiz of the newer one.</summary>
    private static async Task<(string Question, string Quiz)> MakeQuizAsync(IPage page)
    {
        await page.GotoAsync("/questions/import");
        await page.GetByLabel("Or paste them").FillAsync(
            "What is the capital of Norway? {=Oslo ~Bergen#It is the second largest.}\n\nThe sun is a star. {T}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add these 2 questions" }).ClickAsync();
        var question = await page.GetByRole(AriaRole.Link, new() { Name = "Edit" }).First.GetAttributeAsync("href");
        await page.GotoAsync("/quizzes/new");
        await page.GetByLabel("Title").FillAsync("Capitals");
        await page.Locator("button[value^='add:']").First.ClickAsync();
        await Expect(page.Locator("button[value^='remove:']")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the quiz" }).ClickAsync();
        var quiz = await page.GetByRole(AriaRole.Link, new() { Name = "Capitals", Exact = true }).GetAttributeAsync("href");
        return (question!.Split('/')[^1], quiz!.Split('/')[^1]);
    }

    /// <summary>Where the students of the first class find their names, and where one of them chooses a picture.</summary>
    private static async Task<(string SignIn, string Choice)> TurnPicturesOnAsync(IPage page)
    {
        await page.GotoAsync("/classes/1/pictures");
        await page.GetByLabel("Students of this class sign in").SelectOptionAsync("Two");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var address = await page.Locator("main a[href*='/class/']").First.GetAttributeAsync("href");
        await page.GotoAsync(address!);
        var choice = await page.Locator("main ul a").First.GetAttributeAsync("href");
        return (PathOf(page), choice!);
    }

    private static string PathOf(IPage page) => new Uri(page.Url).PathAndQuery;

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"^Train( all \d+)?$")]
    private static partial Regex Train();
}
