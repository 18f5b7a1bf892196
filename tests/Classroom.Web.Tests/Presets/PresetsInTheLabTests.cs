using Bunit;
using Classroom.School;
using Classroom.Web.Features.Charts.Live;
using Classroom.Web.Features.Lab;
using Classroom.Web.Features.Presets;

namespace Classroom.Web.Tests;

/// <summary>Presets where students meet them: on the bench, and on the page of a run.</summary>
public sealed class PresetsInTheLabTests(ClassroomHost host) : HandsSchool(host)
{
    private static string Value(IRenderedComponent<LabBench> bench, string id) => bench.Find($"#{id}").GetAttribute("value") ?? "";

    private static string[] Pressed(IRenderedComponent<LabBench> bench) =>
        [.. bench.FindAll(".preset[aria-pressed=true] strong").Select(name => name.ReadText())];

    private async Task<IRenderedComponent<LabBench>> ShowAsync()
    {
        SignIn(await NewStudentAsync());
        var bench = Render<LabBench>();
        bench.WaitForState(() => bench.FindAll(".preset").Count > 0);
        return bench;
    }

    // Found and pressed in one go, so that nothing is drawn in between.
    private static Task PressAsync(IRenderedComponent<LabBench> bench, string preset) =>
        bench.InvokeAsync(() => bench.FindAll(".preset").First(card => card.QuerySelector("strong")!.ReadText() == preset).Click());

    private static Task ChangeAsync(IRenderedComponent<LabBench> bench, string id, string value) =>
        bench.InvokeAsync(() => bench.Find($"#{id}").Change(value));

    [Fact]
    public async Task One_click_sets_a_presets_data_set_its_options_and_its_network()
    {
        var bench = await ShowAsync();
        Assert.Equal(["Good reader"], Pressed(bench));
        await ChangeAsync(bench, "seed", "7");

        await PressAsync(bench, "Forgetful RNN");
        bench.WaitForElement("#lag");

        var preset = LabPresets.All.Single(preset => preset.Name == "Forgetful RNN");
        Assert.Equal(
            ("recall", $"{preset.Config.Data!.Lag}", "rnn", "7"),
            (Value(bench, "dataset"), Value(bench, "lag"), Value(bench, "cell"), Value(bench, "seed")));
        Assert.Equal(["Forgetful RNN"], Pressed(bench));
        Assert.Equal($"What you should see: {preset.Promise!.Text}", bench.Find(".promise").ReadText());
    }

    [Fact]
    public async Task A_preset_that_was_changed_promises_nothing_any_more()
    {
        var bench = await ShowAsync();
        await ChangeAsync(bench, "epochs", "1");

        Assert.Empty(Pressed(bench));
        Assert.Empty(bench.FindAll(".promise"));
    }

    [Fact]
    public async Task Another_data_set_brings_its_own_preset_but_settings_of_ones_own_stay()
    {
        var bench = await ShowAsync();
        await ChangeAsync(bench, "dataset", "letters");
        bench.WaitForAssertion(
            () => Assert.Contains("letters", LabPresets.All.Single(preset => preset.Name == Assert.Single(Pressed(bench))).DataSets));

        await PressAsync(bench, "Good reader");
        await ChangeAsync(bench, "learningRate", "0.004");
        await ChangeAsync(bench, "dataset", "letters");
        Assert.Equal("0.004", Value(bench, "learningRate"));
        Assert.Empty(Pressed(bench));
    }

    [Fact]
    public async Task The_page_of_a_run_says_whether_its_presets_promise_came_out()
    {
        var preset = LabPresets.All.Single(preset => preset.Name == "Down the valley");
        var actor = await NewStudentAsync();
        var (left, changed) =
            (await TrainAsync(actor, preset.Config.ToJson()), await TrainAsync(actor, (preset.Config with { Epochs = 2 }).ToJson()));
        await using var watched = Host.Get<WatchedRunsFactory>()
            .Create(
                true,
                act => act(),
                fault => throw fault,
                () => Task.FromResult<Actor?>(actor),
                () => Assert.Fail("She may look all the time."));
        var (run, other) = ((await watched.AddAsync(actor, left))!, (await watched.AddAsync(actor, changed))!);
        var read = new TaskCompletionSource();
        watched.OnNews += _ =>
        {
            if (run.IsComplete && other.IsComplete)
            {
                read.TrySetResult();
            }

            return Task.CompletedTask;
        };

        var before = Render<PresetPromise>(parameters => parameters.Add(part => part.Run, run));
        Assert.Contains(preset.Promise!.Text, before.Markup, StringComparison.Ordinal);
        Assert.Empty(before.FindAll("table"));

        watched.Follow();
        await read.Task.WaitAsync(Ct);
        var after = Render<PresetPromise>(parameters => parameters.Add(part => part.Run, run));
        Assert.Equal(["Yes"], after.FindAll("tbody tr td:last-child").Select(cell => cell.ReadText()).Distinct());
        Assert.Equal("", Render<PresetPromise>(parameters => parameters.Add(part => part.Run, other)).Markup.Trim());
    }
}
