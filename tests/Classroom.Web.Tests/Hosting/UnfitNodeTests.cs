using System.Net.Http.Json;
using System.Text.Json;
using Bunit;
using Classroom.Runs.Cluster;
using Classroom.Runs.Execution;
using Classroom.School;
using Classroom.School.Runs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Loop;
using Classroom.Training.SelfCheck;
using Classroom.Training.Settings;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Playground;
using Classroom.Web.Features.Runs;
using Classroom.Web.Hosting;
using Classroom.Web.Tests.Pages;

namespace Classroom.Web.Tests.Hosting;

/// <summary>What people meet where the engine failed its check: everything but networks.</summary>
public sealed class UnfitNodeTests(UnfitHost unfit) : HandsSchool(unfit.Classroom), IClassFixture<UnfitHost>
{
    private static readonly TrainingConfig Xor = new()
    {
        Dataset = "xor",
        Data = new() { Train = 100, Validation = 100 },
        Model = new MlpConfig { Hidden = [2], Activation = Activation.Tanh },
        Optimizer = new() { Kind = OptimizerKind.Sgd, LearningRate = 0.3 },
        BatchSize = 4,
        Epochs = 3,
        Seed = 42,
    };

    [Fact]
    public async Task A_run_is_kept_and_its_owner_reads_why_it_waits()
    {
        var scene = await SchoolScene.NewAsync(Host);
        using var maria = await scene.SignInAsync(scene.Maria);

        using var created = await maria.Http.PostAsync("/api/runs", new StringContent(ZerosAndOnes, null, "application/json"), Ct);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();

        var run = await maria.Http.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", Ct);
        Assert.Equal(("Queued", Trainers.NoneFit), (run.GetProperty("state").GetString(), run.GetProperty("message").GetString()));
        Assert.Equal((0, JsonValueKind.Null), (run.GetProperty("step").GetInt32(), run.GetProperty("engine").ValueKind));
        var page = (await maria.OpenAsync($"/runs/{id}")).Text;
        Assert.Contains(Trainers.NoneFit, page, StringComparison.Ordinal);
        Assert.Contains("known once it trains", page, StringComparison.Ordinal);
        Assert.DoesNotContain("starts in a moment", page, StringComparison.Ordinal);
        Assert.Throws<EngineUnfitException>(() => Host.Get<TrainingScheduler>());
    }

    [Fact]
    public async Task Readiness_and_the_admins_page_of_the_node_name_what_was_wrong()
    {
        using var visitor = Host.Visitor();
        var ready = await visitor.Http.GetFromJsonAsync<JsonElement>("/readyz", Ct);
        Assert.Equal("Degraded", ready.GetProperty("status").GetString());
        Assert.Equal(
            "No trainer: 1 node that should train failed the arithmetic check. Runs wait.",
            ready.GetProperty("checks").GetProperty("cluster").GetString());
        Assert.StartsWith(
            "This node failed its own arithmetic check",
            ready.GetProperty("checks").GetProperty("engine").GetString(),
            StringComparison.Ordinal);

        var node = await (await Host.LookAsAsync("admin")).Http.GetFromJsonAsync<JsonElement>("/api/node", Ct);
        Assert.False(node.GetProperty("trains").GetBoolean());
        Assert.Equal(ready.GetProperty("engine").ToString(), node.GetProperty("engine").ToString());
        Assert.Equal(
            UnfitHost.Report.Faults, node.GetProperty("engine").GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
        Assert.Equal("Broken processor", node.GetProperty("engine").GetProperty("processor").GetString());
    }

    [Fact]
    public async Task The_verb_check_fails_with_a_line_for_each_fault()
    {
        using var output = new StringWriter();

        Assert.Equal(1, await CheckVerb.RunAsync(Host.Services, output, Ct));

        Assert.Equal(
            [
                "failed  engine: TorchSharp 1, libtorch 2; Broken processor, 2 cores; AVX2, AVX-512; cache sizes not reported; no "
                + "setting; checked in 0.42 s",
                "failed  engine: Convolution is wrong by 3 %.",
                "failed  engine: LSTM gives NaN.",
            ],
            output.ToString().Split('\n').Where(line => line.Contains("engine", StringComparison.Ordinal)));
        Assert.Contains("ok      database", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_in_somebodys_hands_are_replaced_by_a_kind_word()
    {
        var batch = Render<OneBatch>(parameters => parameters.Add(part => part.Config, Xor));
        batch.WaitForAssertion(
            () => Assert.Contains("failed its own arithmetic check", batch.Find(".notice").ReadText(), StringComparison.Ordinal));
        var sliders = Render<WeightSliders>(parameters => parameters.Add(part => part.Config, Xor));
        sliders.WaitForAssertion(
            () => Assert.Contains("failed its own arithmetic check", sliders.Find(".notice").ReadText(), StringComparison.Ordinal));
        Assert.Empty(sliders.FindAll("input"));
    }

    [Fact]
    public async Task A_network_that_was_trained_elsewhere_is_not_asked_here()
    {
        var actor = await NewStudentAsync();
        SignIn(actor);
        var id = await StartAsync(actor, ZerosAndOnes);
        await StoreAsync(id, RunState.Completed, Untrained());

        var page = Render<DrawDigit>(parameters => parameters.Add(part => part.RunId, id).Add(part => part.Name, "Reader"));

        page.WaitForAssertion(() => Assert.Contains("failed its own arithmetic check", page.Markup, StringComparison.Ordinal));
        Assert.Equal(0, Host.Get<Predictors>().Count);
    }

    [Fact]
    public async Task An_open_page_learns_what_computes_its_run_as_soon_as_it_trains_elsewhere()
    {
        var actor = await NewStudentAsync();
        SignIn(actor);
        var id = await StartAsync(actor, ZerosAndOnes);
        await using var watched = Host.Get<WatchedRunsFactory>()
            .Create(true, act => act(), fault => throw fault, () => Task.FromResult<Actor?>(actor), () => { });
        var run = (await watched.AddAsync(actor, id))!;
        var line = Render<RunEngineLine>(parameters => parameters.Add(part => part.Run, run));
        Assert.Equal("known once it trains", line.Find("p").ReadText());
        watched.OnNews += _ => line.InvokeAsync(() => line.Render());
        watched.Follow();

        await StoreAsync(id, RunState.Running, null);

        line.WaitForAssertion(() => Assert.Equal("own kernels, on Good processor", line.Find("p").ReadText()));
    }

    /// <summary>As a trainer that computes correctly would.</summary>
    private async Task StoreAsync(Guid id, RunState state, byte[]? weights)
    {
        var journal = Host.Get<RunJournal>();
        var token = (await journal.TakeTokenAsync(id, new RunEngine("own kernels", "Good processor"), Ct))!.Value;
        Assert.True(await journal.AppendAsync(
            id, token, new RunProgress { State = state, Step = 1, Epoch = 1, TrainingMilliseconds = 1, Weights = weights }, Ct));
    }

    private static byte[] Untrained()
    {
        var config = TrainingConfig.FromJson(ZerosAndOnes);
        using var run = new TrainingRun(config, BuiltInDataSets.Get(config.Dataset)!);
        return run.Weights().ToSafetensors();
    }
}
