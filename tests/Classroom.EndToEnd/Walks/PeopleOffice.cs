using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Classroom.EndToEnd;

/// <summary>The page of all people, as an admin works with it.</summary>
public sealed class PeopleOffice(IPage page)
{
    /// <summary>Adds a person and gives the password that is shown once.</summary>
    public async Task<string> AddAsync(string name, string userName, string role)
    {
        await page.Locator("summary", new() { HasText = "Add a person" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("User name", new() { Exact = true }).FillAsync(userName);
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(role);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        return await PasswordAsync($"{name} is in", userName);
    }

    public async Task<string> NewPasswordAsync(string userName, string name)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync(userName);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 person with" })).ToBeVisibleAsync();
        await page.Locator("summary", new() { HasText = "New password" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a new password" }).ClickAsync();
        return await PasswordAsync($"New password for {name}", userName);
    }

    private async Task<string> PasswordAsync(string title, string userName)
    {
        var slip = page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true }).GetByRole(AriaRole.Definition);
        await Expect(slip.First).ToHaveTextAsync(userName);
        return await slip.Last.InnerTextAsync();
    }
}
