using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A teacher at the work of single students: feedback, other dates, marks.</summary>
public sealed class MarkDesk(Visitor teacher, Script script, int classId)
{
    private readonly IPage page = teacher.Page;

    private ILocator Save => page.GetByRole(AriaRole.Region, new() { Name = "Change it for this student" })
        .GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true });

    public ILocator Mark => page.GetByRole(AriaRole.Region, new() { Name = "Mark", Exact = true });

    public ILocator Work => page.GetByRole(AriaRole.Region, new() { Name = "Work", Exact = true });

    public async Task OpenAsync(int assignment, string student) =>
        await teacher.GoAsync($"/classes/{classId}/gradebook/{assignment}/{(await IdsAsync())[student]}");

    /// <summary>Half as much time again, in all that she does.</summary>
    public async Task GiveTimeAsync(string student)
    {
        await teacher.GoAsync($"/classes/{classId}/students/{(await IdsAsync())[student]}");
        await page.GetByLabel("Multiply time limits by").FillAsync("1.5");
        await page.GetByRole(AriaRole.Region, new() { Name = "Extra time" })
            .GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved. It holds from now on.");
    }

    /// <summary>On the page of her work: writes about one of her answers, and asks her to try again.</summary>
    public async Task AskAgainAsync(string prompt, string note)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = AccessibleName.Of("Write about this answer", prompt) }).ClickAsync();
        // The page comes into the one that is there, and takes with it what was typed before.
        await Expect(page.GetByLabel("Write about")).ToHaveValueAsync(new Regex("^answer:"));
        await page.GetByLabel("Your note to the student").FillAsync(note);
        await page.GetByLabel("Ask the student to try again, with one more attempt").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give feedback" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Written. The student sees it now.");
    }

    /// <summary>On the page of her work: gives her a day more than the class has.</summary>
    public async Task GiveDateAsync(DateTime due)
    {
        await page.GetByLabel("Due for this student: day").FillAsync(due.ToString("yyyy-MM-dd"));
        await page.GetByLabel("Due for this student: time").FillAsync(due.ToString("HH:mm"));
        await Save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
    }

    /// <summary>On the page of her work: a mark in place of the computed one, which takes a reason.</summary>
    public async Task OverrideAsync(string points, string reason, string comment)
    {
        await page.GetByLabel("Your mark, out of").FillAsync(points);
        await page.GetByLabel("Comment for the student").FillAsync(comment);
        await Save.ClickAsync();
        await Expect(page.GetByText("Say why you give this mark in place of the computed one")).ToBeVisibleAsync();
        await teacher.LookAroundAsync();
        await page.GetByLabel("Why", new() { Exact = true }).FillAsync(reason);
        await Save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Saved.");
    }

    /// <summary>Posts the marks of an assignment in the gradebook.</summary>
    public async Task PostAsync(string assignment)
    {
        await teacher.GoAsync($"/classes/{classId}/gradebook");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Post the marks of {assignment}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Posted. Students see these marks now.");
    }

    /// <summary>What everyone has in an assignment, by name.</summary>
    public async Task<IReadOnlyDictionary<string, StoredMark>> ReadAsync(int assignment)
    {
        var book = await script.GetAsync($"/api/classes/{classId}/gradebook");
        return book.GetProperty("students").EnumerateArray().ToDictionary(
            student => student.GetProperty("name").GetString()!,
            student => StoredMark.From(student.GetProperty("marks").EnumerateArray()
                .Single(mark => mark.GetProperty("assignment").GetInt32() == assignment)));
    }

    /// <summary>The id of each student, by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> IdsAsync() => (await script.GetAsync($"/api/classes/{classId}/students"))
        .EnumerateArray()
        .ToDictionary(student => student.GetProperty("name").GetString()!, student => student.GetProperty("id").GetInt32());
}
