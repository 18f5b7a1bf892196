using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Classroom.School;
using Classroom.School.People;
using Classroom.School.Runs;
using Classroom.Training.Operations;
using Classroom.Training.SelfCheck;
using Classroom.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Api;

public sealed class RunsApiTests(ClassroomHost host)
{
    private const string Tiny = """
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": 1, "seed": 7 }
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_for_its_owner_the_teachers_of_her_classes_and_admins()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var noah = await scene.SignInAsync(scene.Noah);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var otherTeacher = await scene.AddAsync("Other Teacher", Role.Teacher);
        using var other = await scene.SignInAsync(otherTeacher);
        var admin = await host.LookAsAsync("admin");
        var id = await CreateAsync(maria.Http, Tiny);

        foreach (var address in new[] { $"/api/runs/{id}", $"/api/runs/{id}/curve", $"/api/runs/{id}/curve.csv", $"/runs/{id}" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(maria.Http, address));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(teacher.Http, address));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(admin.Http, address));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(noah.Http, address));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other.Http, address));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(noah.Http, $"/api/runs/{id}/events"));
        foreach (var act in new[] { "pause", "resume", "stop" })
        {
            using var answer = await noah.Http.PostAsync($"/api/runs/{id}/{act}", null, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host.Visitor().Http, $"/api/runs/{id}"));
    }

    [Fact]
    public async Task A_config_with_three_wrong_fields_names_all_three_and_makes_no_run()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var problem = await RefusedAsync(maria.Http, """
            { "dataset": "digits", "model": { "kind": "cnn", "conv": [8], "kernel": 4 },
              "optimizer": { "kind": "adam", "learningRate": -1 }, "batchSize": "many", "epochs": 1 }
            """);

        Assert.Equal(
            ["batchSize", "model.kernel", "optimizer.learningRate"],
            problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order());
        Assert.Empty(await host.Get<RunReader>().ListAsync(new Actor(scene.Maria.Person.Id, Role.Student), new RunFilter(), Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"digits\"")]
    [InlineData("{ \"dataset\": {} }")]
    public async Task What_is_no_config_is_refused_with_problem_details(string body)
    {
        var problem = await RefusedAsync((await host.LookAsAsync("student20")).Http, body);
        Assert.True(problem.GetProperty("errors").EnumerateObject().Any());
        Assert.DoesNotContain("   at ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_from_another_site_is_refused()
    {
        var student = await host.LookAsAsync("student20");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = Json(Tiny) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await student.Http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_fifth_unfinished_run_of_a_student_is_put_off()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var slow = Tiny.Replace("\"batchSize\": 500, \"epochs\": 1", "\"batchSize\": 32, \"epochs\": 100", StringComparison.Ordinal);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await CreateAsync(maria.Http, slow));
        }

        using var answer = await maria.Http.PostAsync("/api/runs", Json(slow), Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("Too Many Requests", problem.GetProperty("title").GetString());
        Assert.StartsWith("https://", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        foreach (var id in ids)
        {
            using var stopped = await maria.Http.PostAsync($"/api/runs/{id}/stop", null, Ct);
            Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
            using var again = await maria.Http.PostAsync($"/api/runs/{id}/stop", null, Ct);
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }
    }

    [Fact]
    public async Task Events_tell_every_point_once_and_go_on_after_the_last_one_seen()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await CreateAsync(maria.Http, Tiny);

        var all = await EventsAsync(maria.Http, id, null);
        var points = all.Where(item => item.Event == "point").ToList();
        Assert.Equal(Enumerable.Range(0, points.Count), points.Select(point => point.Data.GetProperty("sequence").GetInt32()));
        Assert.Equal("Completed", all[^1].Data.GetProperty("state").GetString());
        Assert.Contains(all, item => item.Event == "frame");

        var rest = await EventsAsync(maria.Http, id, points[2].Id);
        Assert.Equal(
            points.Skip(3).Select(point => point.Data.ToString()),
            rest.Where(item => item.Event == "point").Select(point => point.Data.ToString()));

        var curve = await maria.Http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}/curve?after=2", Ct);
        Assert.Equal(
            points.Skip(3).Select(point => point.Data.ToString()),
            curve.GetProperty("points").EnumerateArray().Select(point => point.ToString()));
        Assert.Equal(points.Count - 1, curve.GetProperty("next").GetInt32());
    }

    [Fact]
    public async Task Who_connects_again_after_the_end_of_a_run_is_told_that_there_is_no_more()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await CreateAsync(maria.Http, Tiny);
        var all = await EventsAsync(maria.Http, id, null);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/events");
        request.Headers.Add("Last-Event-ID", all[^1].Id);
        using var answer = await maria.Http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Ct));

        // Whoever lost the line just before the last word hears it, and nothing else.
        var rest = await EventsAsync(maria.Http, id, all[^2].Id);
        Assert.Equal(("state", "Completed"), (Assert.Single(rest).Event, rest[0].Data.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Who_connects_again_to_a_run_that_trains_is_told_no_point_and_no_frame_twice()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await CreateAsync(
            maria.Http, Tiny.Replace("\"batchSize\": 500, \"epochs\": 1", "\"batchSize\": 32, \"epochs\": 100", StringComparison.Ordinal));
        var told = new List<(string Event, string Id, JsonElement Data)>();
        foreach (var most in new[] { 3, 8, 1, 12 })
        {
            told.AddRange(await EventsAsync(maria.Http, id, told.Count > 0 ? told[^1].Id : null, most));
        }

        using var stopped = await maria.Http.PostAsync($"/api/runs/{id}/stop", null, Ct);
        told.AddRange(await EventsAsync(maria.Http, id, told[^1].Id));

        var points = told.Where(item => item.Event == "point").Select(item => item.Data.GetProperty("sequence").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(0, points.Count), points);
        var frames = told.Where(item => item.Event == "frame")
            .Select(item => (item.Data.GetProperty("step").GetInt32(), item.Data.GetProperty("kind").GetString()))
            .ToList();
        Assert.Equal(frames.Distinct(), frames);
        Assert.Equal("Stopped", told[^1].Data.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_run_tells_which_weights_it_keeps_and_of_which_epoch_they_are()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var overfitting = """
            { "dataset": "digits", "data": { "train": 40, "validation": 40, "labelNoise": 0.4 }, "model": { "kind": "cnn", "conv": [4], "dense": [32] },
              "optimizer": { "kind": "adam", "learningRate": 0.02 }, "batchSize": 20, "epochs": 60, "seed": 7, "patience": 3, "keep": "KEEP" }
            """;
        foreach (var keep in new[] { "best", "last" })
        {
            var id = await CreateAsync(maria.Http, overfitting.Replace("KEEP", keep, StringComparison.Ordinal));
            var points = (await EventsAsync(maria.Http, id, null)).Where(item => item.Event == "point")
                .Select(item => item.Data)
                .Where(point => point.TryGetProperty("valLoss", out _))
                .ToList();
            var kept = keep == "best" ? points.MinBy(point => point.GetProperty("valLoss").GetSingle()) : points[^1];

            var run = await maria.Http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Ct);
            Assert.Equal((keep, keep), (run.GetProperty("keep").GetString(), run.GetProperty("config").GetProperty("keep").GetString()));
            Assert.Equal(kept.GetProperty("epoch").GetDouble(), run.GetProperty("weightsEpoch").GetDouble());
            Assert.Equal(kept.GetProperty("step").GetInt32(), run.GetProperty("weightsStep").GetInt32());
            Assert.Equal(points[^1].GetProperty("epoch").GetDouble(), run.GetProperty("epoch").GetDouble());
            var page = (await maria.OpenAsync($"/runs/{id}")).Text;
            Assert.Contains(
                $"This run has kept the weights after epoch {kept.GetProperty("epoch").GetDouble()} of 60", page, StringComparison.Ordinal);
            Assert.Contains(
                keep == "best" ? "those of the epoch with the lowest validation loss" : "the last ones", page, StringComparison.Ordinal);
        }

        var problem = await RefusedAsync(maria.Http, overfitting.Replace("KEEP", "worst", StringComparison.Ordinal));
        Assert.True(problem.GetProperty("errors").TryGetProperty("keep", out _));
    }

    [Fact]
    public async Task A_run_tells_what_computed_it_and_says_nothing_where_nobody_wrote_it_down()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await CreateAsync(maria.Http, Tiny);
        await EventsAsync(maria.Http, id, null);

        var run = await maria.Http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Ct);
        Assert.Equal(Engine.Report.Setting, run.GetProperty("engine").GetString());
        Assert.Equal(Processor.Current.Name, run.GetProperty("processor").GetString());
        Assert.Contains(
            $"{Engine.Report.Setting}, on {Processor.Current.Name}", (await maria.OpenAsync($"/runs/{id}")).Text, StringComparison.Ordinal);

        // As every run was before this was written down.
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            await db.Runs.Where(old => old.Id == id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(old => old.Engine, (string?)null).SetProperty(old => old.Processor, (string?)null), Ct);
        }

        run = await maria.Http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Ct);
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null), (run.GetProperty("engine").ValueKind, run.GetProperty("processor").ValueKind));
        Assert.Contains("not recorded", (await maria.OpenAsync($"/runs/{id}")).Text, StringComparison.Ordinal);
    }

    private static async Task<Guid> CreateAsync(HttpClient http, string config)
    {
        using var answer = await http.PostAsync("/api/runs", Json(config), Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> RefusedAsync(HttpClient http, string config)
    {
        using var answer = await http.PostAsync("/api/runs", Json(config), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    /// <summary>Reads until the server ends the stream, which it does with the run, or until so many have come.</summary>
    private static async Task<List<(string Event, string Id, JsonElement Data)>> EventsAsync(
        HttpClient http, Guid id, string? after, int most = int.MaxValue)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/events");
        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var stream = await answer.Content.ReadAsStreamAsync(Ct);
        var items = new List<(string, string, JsonElement)>();
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(Ct))
        {
            items.Add((item.EventType, item.EventId!, JsonDocument.Parse(item.Data).RootElement));
            if (items.Count == most)
            {
                break;
            }
        }

        return items;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Ct);
        return answer.StatusCode;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
