using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Classroom.Web.Tests;

/// <summary>Opens pages and posts their forms as a browser without scripts does, with its own cookies.</summary>
public sealed class PageClient(HttpClient http) : IDisposable
{
    /// <summary>The same visitor for calls of the API.</summary>
    public HttpClient Http => http;

    public async Task<PageAnswer> OpenAsync(string address) => await ReadAsync(address, await http.GetAsync(address, Ct));

    /// <summary>Posts the page's form of this name: what its fields hold, but for those that are given.</summary>
    public async Task<PageAnswer> PostAsync(PageAnswer page, string form, params (string Name, string Value)[] typed)
    {
        var found = page.Form(form);
        foreach (var (name, value) in typed)
        {
            // A button counts only if the page has it with this value: nobody can press another.
            Assert.True(
                found.QuerySelector($"input[name='{name}'], select[name='{name}'], textarea[name='{name}'], "
                    + $"button[name='{name}'][value='{value}']") is not null,
                $"The form '{form}' of {page.Address} has no field or button '{name}' for '{value}'.");
        }

        return await PostForgedAsync(page, form, typed);
    }

    /// <summary>The same without asking whether the form has such fields, as a hostile person posts.</summary>
    public Task<PageAnswer> PostForgedAsync(PageAnswer page, string form, params (string Name, string Value)[] typed) =>
        PostFormAsync(page, page.Form(form), typed);

    private Task<PageAnswer> PostFormAsync(PageAnswer page, IElement found, (string Name, string Value)[] typed)
    {
        var fields = Held(found).Where(field => typed.All(given => given.Name != field.Name)).Concat(typed);
        return PostRawAsync(found.GetAttribute("action") ?? page.Address, fields);
    }

    /// <summary>The same where a page has a form more than once, as in the rows of a list: the first of them.</summary>
    public Task<PageAnswer> PostFirstAsync(PageAnswer page, string form, params (string Name, string Value)[] typed) =>
        PostFormAsync(page, page.Forms(form).First(), typed);

    /// <summary>
    /// Posts the page's form of this name with files, as a browser does: what its fields hold, but for those that are given.
    /// </summary>
    public async Task<PageAnswer> PostFilesAsync(
        PageAnswer page, string form, IEnumerable<(string Name, byte[] Content)> files, params (string Name, string Value)[] typed)
    {
        var found = page.Form(form);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Held(found).Where(field => typed.All(given => given.Name != field.Name)).Concat(typed))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        var address = found.GetAttribute("action") ?? page.Address;
        return await ReadAsync(address, await http.PostAsync(address, content, Ct));
    }

    public async Task<PageAnswer> PostRawAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await ReadAsync(address, await http.PostAsync(address, content, Ct));
    }

    public async Task<PageAnswer> SignInAsync(string userName, string password, string? returnUrl = null)
    {
        var page = await OpenAsync("/account/login" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        return await PostAsync(page, "login", ("username", userName), ("password", password));
    }

    public void Dispose() => http.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<PageAnswer> ReadAsync(string address, HttpResponseMessage response)
    {
        using (response)
        {
            var html = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Ct));
            var target = response.Headers.Location;
            return new PageAnswer(
                (int)response.StatusCode,
                address,
                target is null ? null : target.IsAbsoluteUri && target.Host == "localhost" ? target.PathAndQuery : target.OriginalString,
                html);
        }
    }

    private static IEnumerable<(string Name, string Value)> Held(IElement form)
    {
        var inputs = form.QuerySelectorAll<IHtmlInputElement>("input[name]:not([type='file'])")
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .Select(input => (input.Name!, input.Value));
        var selects = form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Select(select => (select.Name!, select.Value ?? ""));
        return inputs.Concat(selects);
    }
}

/// <param name="Redirect">Where the answer leads; path and query for this site, the whole address for any other.</param>
public sealed record PageAnswer(int Status, string Address, string? Redirect, IHtmlDocument Html)
{
    public string Text =>
        string.Join(
            ' ', (Html.QuerySelector("main") ?? Html.Body!).ReadText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<IElement> Forms(string name) =>
        Html.QuerySelectorAll("form").Where(form => form.QuerySelector($"input[name='_handler'][value='{name}']") is not null);

    public IElement Form(string name) =>
        Forms(name).SingleOrDefault()
        ?? throw new InvalidOperationException($"{Address} ({Status}) has no form '{name}'.");

    /// <summary>The message beside a field, found as a screen reader finds it.</summary>
    public string? FaultOf(string field)
    {
        var input = Html.QuerySelector($"[name='{field}'][aria-invalid='true']");
        var described = input?.GetAttribute("aria-describedby")?.Split(' ').Select(id => Html.GetElementById(id)).OfType<IElement>();
        return described?.FirstOrDefault(element => element.ClassList.Contains("field-error"))?.ReadText();
    }
}
