using System.Net.Http.Headers;
using System.Text;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Api;

/// <summary>Whoever is refused is told why in a sentence, also where the framework refuses.</summary>
public sealed class ApiProblemTests(ClassroomHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/classes", 401, "Sign in")]
    [InlineData("POST", "/api/runs", 401, "Sign in")]
    [InlineData("GET", "/api/node", 401, "Sign in")]
    public async Task A_visitor_is_told_to_sign_in(string method, string address, int status, string said)
    {
        using var visitor = host.Visitor();
        await AssertAsync(visitor.Http, method, address, status, said);
    }

    [Theory]
    [InlineData("GET", "/api/node", 403, "another role")]
    [InlineData("POST", "/api/datasets", 403, "another role")]
    [InlineData("POST", "/api/classes", 403, "another role")]
    [InlineData("PUT", "/api/classes", 405, "GET, POST")]
    [InlineData("DELETE", "/api/runs", 405, "POST")]
    [InlineData("GET", "/api/nothing", 404, "nothing")]
    [InlineData("GET", "/api/classes/seven/students", 404, "nothing")]
    [InlineData("GET", "/api/classes/99999999999/students", 404, "nothing")]
    [InlineData("GET", "/api/runs/0196f0a2-0000-7000-8000-000000000000/curve?after=abc", 400, "address")]
    public async Task A_student_is_told_why(string method, string address, int status, string said)
    {
        var student = await host.LookAsAsync("student20");
        await AssertAsync(student.Http, method, address, status, said);
    }

    [Theory]
    [InlineData("", "The body is empty.")]
    [InlineData("{", "This is not JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("null", "no JSON object")]
    [InlineData("{\"name\": \"a\", \"name\": \"b\"}", "twice")]
    [InlineData("{\"name\": \"a\", \"colour\": \"red\"}", "\"colour\"")]
    [InlineData("{\"name\": 7}", "text in quotes")]
    public async Task A_body_that_cannot_be_read_is_told_apart(string body, string said)
    {
        var admin = await host.LookAsAsync("admin");
        await AssertAsync(admin.Http, "POST", "/api/classes", 400, said, new StringContent(body, Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task Other_content_and_too_much_of_it_are_refused()
    {
        var admin = await host.LookAsAsync("admin");
        var plain = new StringContent("{}", Encoding.UTF8, "text/plain");
        await AssertAsync(admin.Http, "POST", "/api/classes", 415, "application/json", plain);
        var untyped = new ByteArrayContent("{}"u8.ToArray());
        await AssertAsync(admin.Http, "POST", "/api/classes", 415, "application/json", untyped);
        var packed = new ByteArrayContent([1, 2, 3]);
        packed.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        packed.Headers.ContentEncoding.Add("gzip");
        await AssertAsync(admin.Http, "POST", "/api/classes", 415, "compress", packed);
        await AssertAsync(
            admin.Http, "POST", "/api/classes", 413, "65,536 bytes",
            new StringContent($$"""{"name": "{{new string('x', 70_000)}}"}""", Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task The_faults_of_a_config_have_a_sentence_too()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var (status, problem) = await maria.Http.CallAsync("POST", "/api/runs", """{ "dataset": "nothing" }""");
        Assert.Equal(400, status);
        Assert.Contains(" things are wrong here. The first: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task AssertAsync(
        HttpClient http, string method, string address, int status, string said, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Content = content
            ?? (method is "POST" or "PUT" && !address.EndsWith("datasets", StringComparison.Ordinal)
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : method == "POST" ? new MultipartFormDataContent { { new StringContent("Title"), "title" } } : null);
        using var answer = await http.SendAsync(request, Ct);
        var problem = await ApiCalls.ReadAsync(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(said, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
    }
}
