using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>A teacher takes her marks home as files, and brings one of them back.</summary>
public sealed class MarkFilesDesk(Visitor teacher, int classId)
{
    private readonly IPage page = teacher.Page;

    private ILocator Download => page.GetByRole(AriaRole.Region, new() { Name = "Download", Exact = true });

    public async Task OpenAsync() => await teacher.GoAsync($"/classes/{classId}/gradebook/files");

    /// <summary>The lines of the file behind the link of this name, cell by cell. No name in the class has a comma.</summary>
    public async Task<IReadOnlyList<string[]>> TakeAsync(string link) => Read(await File.ReadAllTextAsync(await FetchAsync(
        Download.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }))));

    public async Task<IReadOnlyList<string[]>> TakeForPowerSchoolAsync(string assignment)
    {
        await page.GetByLabel("Assignment", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = assignment });
        return Read(await File.ReadAllTextAsync(await FetchAsync(
            page.GetByRole(AriaRole.Button, new() { Name = "Download the scores template" }))));
    }

    /// <summary>All that stands in the workbook, as it is packed.</summary>
    public async Task<string> TakeWorkbookAsync()
    {
        var path = await FetchAsync(Download.GetByRole(AriaRole.Link, new() { Name = "Excel workbook", Exact = true }));
        await using var workbook = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        var all = new StringBuilder();
        foreach (var entry in workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            all.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        return all.ToString();
    }

    /// <summary>Uploads lines in which one mark is another, sees that, and stores it.</summary>
    public async Task BringBackAsync(IReadOnlyList<string[]> lines, string student, string assignment, double before, double after)
    {
        var text = string.Join("\r\n", lines.Select(line => string.Join(',', line)));
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "marks.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await Expect(page.GetByText("This file changes 1 mark.")).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Region, new() { Name = "Changed marks" }).Locator("tbody tr");
        await Expect(row.Locator("th")).ToHaveTextAsync(student);
        await Expect(row.Locator("td").Nth(1)).ToHaveTextAsync(assignment);
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync(StoredMark.Write(before));
        await Expect(row.Locator("td").Nth(3)).ToHaveTextAsync(StoredMark.Write(after));
        await teacher.LookAroundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Store 1 mark" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/classes/{classId}/gradebook\\?done=imported$"));
    }

    private async Task<string> FetchAsync(ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        return (await download.PathAsync())!;
    }

    private static IReadOnlyList<string[]> Read(string text) =>
    [
        .. text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'))
            .Where(line => line.Length > 0)
            .Select(line => line.Split(',')),
    ];
}
