using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Export;
using Classroom.Training.Networks;
using Classroom.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;

namespace Classroom.Web.Tests.Api;

public sealed class RunDownloadsApiTests(ClassroomHost host)
{
    private static readonly string[] Networks = ["model.safetensors", "model.py"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_network_of_a_run_that_has_ended_can_be_taken_home()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await TrainAsync(maria.Http, epochs: 1);
        await EndAsync(maria.Http, id);

        using var file = await maria.Http.GetAsync($"/api/runs/{id}/model.safetensors", Ct);
        Assert.Equal(
            ("application/octet-stream", "model.safetensors"),
            (file.Content.Headers.ContentType?.MediaType, file.Content.Headers.ContentDisposition?.FileName));
        var weights = NetworkWeights.FromSafetensors(await file.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(7, weights.ReadConfig().Seed);
        using var predictor = Predictor.Load(weights);
        Assert.Equal(10, predictor.Predict(new float[784]).Length);

        using var python = await maria.Http.GetAsync($"/api/runs/{id}/model.py", Ct);
        Assert.Equal(
            ("text/x-python", "model.py"),
            (python.Content.Headers.ContentType?.MediaType, python.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(ModelPy.Write(weights), await python.Content.ReadAsStringAsync(Ct));

        using var events = await maria.Http.GetAsync($"/api/runs/{id}/tensorboard", Ct);
        Assert.StartsWith("events.out.tfevents.", events.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        Assert.Contains(
            "loss/validation", Encoding.Latin1.GetString(await events.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);

        var page = await maria.Http.GetStringAsync($"/runs/{id}", Ct);
        Assert.All(Networks, name => Assert.Contains($"/api/runs/{id}/{name}", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Curves_of_several_runs_come_in_one_file_for_who_may_see_them_all()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var noah = await scene.SignInAsync(scene.Noah);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var hers = await TrainAsync(maria.Http, epochs: 1);
        await EndAsync(maria.Http, hers);
        var his = await TrainAsync(noah.Http, epochs: 1);
        await EndAsync(noah.Http, his);

        var lines = (await teacher.Http.GetStringAsync($"/api/runs/curves.csv?runs={hers},{his}", Ct)).TrimEnd().Split('\n');
        Assert.Equal(
            "run,sequence,step,epoch,trainLoss,trainAccuracy,valLoss,valAccuracy,examples,epochTrainLoss,epochTrainAccuracy", lines[0]);
        foreach (var (client, run) in new[] { (maria, hers), (noah, his) })
        {
            var alone = (await client.Http.GetStringAsync($"/api/runs/{run}/curve.csv", Ct)).TrimEnd().Split('\n').Skip(1);
            Assert.Equal(alone.Select(line => $"{run},{line}"), lines.Where(line => line.StartsWith($"{run},", StringComparison.Ordinal)));
        }

        foreach (var (client, query, status) in new[]
        {
            (maria, $"runs={hers},{his}", HttpStatusCode.NotFound),
            (maria, $"runs={Guid.NewGuid()}", HttpStatusCode.NotFound),
            (maria, "runs=nonsense", HttpStatusCode.BadRequest),
            (maria, "", HttpStatusCode.BadRequest),
            (host.Visitor(), $"runs={hers}", HttpStatusCode.Unauthorized),
        })
        {
            using var answer = await client.Http.GetAsync($"/api/runs/curves.csv?{query}", Ct);
            Assert.Equal(status, answer.StatusCode);
        }

        var compared = await teacher.Http.GetStringAsync($"/lab/compare?runs={hers},{his}", Ct);
        Assert.Contains("What differs", compared, StringComparison.Ordinal);
        Assert.Contains(
            "1 of these runs cannot be shown",
            await maria.Http.GetStringAsync($"/lab/compare?runs={hers}&runs={his}", Ct),
            StringComparison.Ordinal);
        Assert.Contains("Choose runs", await maria.Http.GetStringAsync("/lab/compare?runs=nonsense", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CSV_has_the_mean_of_an_epoch_over_its_examples()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var config = """
            { "dataset": "digits", "data": { "train": 41, "validation": 20 }, "model": { "kind": "cnn", "conv": [2], "dense": [] },
              "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 32, "epochs": 3, "seed": 7 }
            """;
        var id = await TrainAsync(maria.Http, config);
        await EndAsync(maria.Http, id);

        var lines = (await maria.Http.GetStringAsync($"/api/runs/{id}/curve.csv", Ct)).TrimEnd().Split('\n');
        var columns = lines[0].Split(',');
        var rows = lines.Skip(1)
            .Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))
            .ToList();
        Assert.Equal(["32", "9", "", "32", "9", "", "32", "9", ""], rows.Select(row => row["examples"]));
        foreach (var epoch in rows.Chunk(3))
        {
            foreach (var (step, mean) in new[] { ("trainLoss", "epochTrainLoss"), ("trainAccuracy", "epochTrainAccuracy") })
            {
                var expected = ((32 * Number(epoch[0][step])) + (9 * Number(epoch[1][step]))) / 41;
                Assert.Equal(expected, Number(epoch[2][mean]), 1e-6);
                Assert.Equal(("", ""), (epoch[0][mean], epoch[1][mean]));
            }
        }

        static double Number(string cell) => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task TensorBoard_sees_the_time_in_which_the_run_trained()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await TrainAsync(maria.Http, epochs: 2);
        await EndAsync(maria.Http, id);
        var run = (await host.Get<RunJournal>().FindAsync(id, Ct))!;

        // Record by record: the length, its checksum, the event with its time after one byte, and its checksum.
        var file = await maria.Http.GetByteArrayAsync($"/api/runs/{id}/tensorboard", Ct);
        var times = new List<DateTime>();
        for (var at = 0; at < file.Length; at += BitConverter.ToInt32(file, at) + 16)
        {
            times.Add(DateTime.UnixEpoch.AddSeconds(BitConverter.ToDouble(file, at + 13)));
        }

        Assert.Equal(times.Order(), times);
        Assert.Equal(run.StartedUtc!.Value, times[0], TimeSpan.FromMilliseconds(1));
        Assert.Equal(run.EndedUtc!.Value, times[^1], TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Only_who_may_see_a_run_may_take_it_home()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        using var noah = await scene.SignInAsync(scene.Noah);
        using var teacher = await scene.SignInAsync(scene.Teacher);
        var id = await TrainAsync(maria.Http, epochs: 1);
        await EndAsync(maria.Http, id);

        foreach (var name in Networks.Append("tensorboard"))
        {
            await AssertAnswerAsync(teacher.Http, id, name, HttpStatusCode.OK);
            await AssertAnswerAsync(noah.Http, id, name, HttpStatusCode.NotFound, "There is no such run");
            await AssertAnswerAsync(host.Visitor().Http, id, name, HttpStatusCode.Unauthorized);
            await AssertAnswerAsync(maria.Http, Guid.NewGuid(), name, HttpStatusCode.NotFound, "There is no such run");
        }
    }

    [Fact]
    public async Task Before_its_end_a_run_has_a_curve_but_no_network_to_take()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await TrainAsync(maria.Http, epochs: 1000);

        foreach (var name in Networks)
        {
            await AssertAnswerAsync(maria.Http, id, name, HttpStatusCode.Conflict, "has not ended yet");
        }

        await AssertAnswerAsync(maria.Http, id, "tensorboard", HttpStatusCode.OK);
        using var stopped = await maria.Http.PostAsync($"/api/runs/{id}/stop", null, Ct);
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
    }

    [Fact]
    public async Task Where_the_network_is_not_kept_any_more_the_answer_says_what_to_do()
    {
        var scene = await SchoolScene.NewAsync(host);
        using var maria = await scene.SignInAsync(scene.Maria);
        var id = await TrainAsync(maria.Http, epochs: 1);
        await EndAsync(maria.Http, id);
        await using (var db = await host.Get<IDbContextFactory<ClassroomDbContext>>().CreateDbContextAsync(Ct))
        {
            Assert.Equal(1, await db.RunWeights.Where(weights => weights.RunId == id).ExecuteDeleteAsync(Ct));
        }

        foreach (var name in Networks)
        {
            await AssertAnswerAsync(maria.Http, id, name, HttpStatusCode.Conflict, "Train it again with the same settings");
        }

        var page = await maria.Http.GetStringAsync($"/runs/{id}", Ct);
        Assert.Contains("is not kept", page, StringComparison.Ordinal);
        Assert.DoesNotContain("model.safetensors", page, StringComparison.Ordinal);
    }

    private static async Task AssertAnswerAsync(HttpClient http, Guid id, string name, HttpStatusCode status, string? detail = null)
    {
        using var answer = await http.GetAsync($"/api/runs/{id}/{name}", Ct);
        Assert.Equal(status, answer.StatusCode);
        if (detail is not null)
        {
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(
                detail,
                (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("detail").GetString(),
                StringComparison.Ordinal);
        }
    }

    private static Task<Guid> TrainAsync(HttpClient http, int epochs) => TrainAsync(http, $$"""
        { "dataset": "digits", "model": { "kind": "cnn", "conv": [2], "dense": [] },
          "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 500, "epochs": {{epochs}}, "seed": 7 }
        """);

    private static async Task<Guid> TrainAsync(HttpClient http, string config)
    {
        using var answer = await http.PostAsync("/api/runs", new StringContent(config, Encoding.UTF8, "application/json"), Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
    }

    // The stream of events ends with the run.
    private static async Task EndAsync(HttpClient http, Guid id) => _ = await http.GetStringAsync($"/api/runs/{id}/events", Ct);
}
