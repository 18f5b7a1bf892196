using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>Whatever bytes somebody sends as a config, the answer says what is wrong with them.</summary>
public sealed class UnreadableConfigTests(ClassroomHost host)
{
    private const string Tiny = """{ "dataset": "nothing" }""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[], string> Bodies => new()
    {
        { "half a surrogate as a name", Utf8("""{ "\ud800": 1 }"""), "line 1, byte 3 is not readable" },
        { "half a surrogate as a value", Utf8("""{ "dataset": "\ud800" }"""), "line 1, byte 14 is not readable" },
        { "half a surrogate further in", Utf8("{\n \"model\": { \"kind\": \"\\udc00\" } }"), "line 2, byte 21 is not readable" },
        { "bytes that are no UTF-8", [.. Utf8("{ \"dataset\": \""), 0xFF, 0xC3, .. Utf8("\" }")], "not UTF-8 at line 1, byte 15" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Tiny)).ToArray(), "not UTF-8 at line 1, byte 1" },
        { "nothing", [], "The body is empty." },
        { "blanks", Utf8(" \r\n"), "The body is empty." },
        { "65 levels", Utf8(new string('[', 65) + new string(']', 65)), "nested too deeply" },
        { "levels that never end", Utf8(new string('[', 60_000)), "nested too deeply" },
        { "64 levels", Utf8(new string('[', 64) + new string(']', 64)), "object" },
        { "no JSON", Utf8("{ dataset: 1 }"), "This is not JSON: see line 1, byte 3" },
        { "JSON after a byte order mark", [.. Encoding.UTF8.GetPreamble(), .. Utf8(Tiny)], "There is no data set" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_wrong_with_the_body_is_said(string what, byte[] body, string said)
    {
        Assert.NotEmpty(what);
        var (status, problem) = await PostAsync(new ByteArrayContent(body), "application/json");

        Assert.Equal(400, status);
        Assert.Contains(said, string.Join(' ', problem.GetProperty("errors").EnumerateObject().SelectMany(
            field => field.Value.EnumerateArray()).Select(message => message.GetString())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/merge-patch+json", null)]
    [InlineData("text/json", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData(null, null)]
    [InlineData("application/json", "gzip")]
    [InlineData("application/json", "br")]
    public async Task What_is_not_plain_json_is_told_what_is_expected(string? type, string? encoding)
    {
        var content = new ByteArrayContent(encoding == "gzip" ? Gzip(Tiny) : Utf8(Tiny));
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        var (status, problem) = await PostAsync(content, type);

        Assert.Equal(415, status);
        Assert.Contains("application/json", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Json_is_read_however_its_type_is_written(string type)
    {
        var content = new ByteArrayContent(Utf8(Tiny));
        content.Headers.ContentEncoding.Add("identity");
        Assert.Equal(400, (await PostAsync(content, type)).Status);
    }

    [Fact]
    public async Task A_config_that_is_too_long_has_a_problem_like_all_others()
    {
        var (status, problem) = await PostAsync(new ByteArrayContent(new byte[70_000]), "application/json");

        Assert.Equal((413, "Content Too Large"), (status, problem.GetProperty("title").GetString()));
        Assert.StartsWith("https://", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    private async Task<(int Status, JsonElement Problem)> PostAsync(HttpContent content, string? type)
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var answer = await maria.Http.PostAsync("/api/runs", content, Ct);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Utf8(text));
        }

        return packed.ToArray();
    }
}
