using Bunit;
using Classroom.Web.Features.Playground;
using Microsoft.AspNetCore.Components.Web;

namespace Classroom.Web.Tests;

public sealed class DrawDigitTests(ClassroomHost host) : HandsSchool(host)
{
    private static readonly double[] Ring = [140, 40, 90, 80, 80, 140, 95, 200, 140, 235, 190, 200, 205, 140, 190, 75, 140, 40];

    [Fact]
    public async Task What_is_drawn_by_pointer_or_keys_is_read_and_can_be_wiped_away()
    {
        var actor = await NewStudentAsync();
        SignIn(actor);
        var run = await TrainAsync(actor, ZerosAndOnes);
        var page = Render<DrawDigit>(parameters => parameters.Add(part => part.RunId, run).Add(part => part.Name, "Reader"));
        page.WaitForState(() => page.FindAll("button:not([disabled])").Count > 0);
        Assert.Contains("0, 1", page.Markup, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Instance.DrawAsync([new(true, Ring[..8]), new(false, Ring[8..])]));
        page.WaitForAssertion(() => Assert.StartsWith("It reads 0,", page.Find(".says").ReadText(), StringComparison.Ordinal));
        Assert.Equal(["0", "1"], page.FindAll(".answers .class").Select(name => name.ReadText()));
        Assert.Single(page.FindAll(".pad path.ink:not(.wet)"));
        Assert.Contains("Layer 1: 4 maps", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.StartsWith("It reads 0,", page.Find("[role=status]").ReadText(), StringComparison.Ordinal));

        await page.Find(".pad").KeyDownAsync(new KeyboardEventArgs { Key = "Delete" });
        Assert.Empty(page.FindAll(".pad path.ink:not(.wet)"));
        Assert.Empty(page.FindAll(".says"));
        foreach (var key in Enumerable.Repeat("ArrowUp", 6).Append(" ").Concat(Enumerable.Repeat("ArrowDown", 12)).Append("Enter"))
        {
            page.Find(".pad").KeyDown(new KeyboardEventArgs { Key = key });
        }

        page.WaitForAssertion(() => Assert.StartsWith("It reads 1,", page.Find(".says").ReadText(), StringComparison.Ordinal));

        page.FindAll("button").Single(button => button.ReadText() == "Use an example").Click();
        page.WaitForAssertion(() => Assert.Contains("it was never trained on", page.Find(".says").ReadText(), StringComparison.Ordinal));
        Assert.Single(page.FindAll(".pad image"));
        Assert.Empty(page.FindAll(".pad path.ink:not(.wet)"));
    }

    [Fact]
    public async Task A_picture_that_is_chosen_shows_its_maps_and_what_it_is_taken_for()
    {
        var actor = await NewStudentAsync();
        SignIn(actor);
        var run = await TrainAsync(actor, ZerosAndOnes);
        var page = Render<PictureMaps>(parameters => parameters.Add(part => part.RunId, run));
        page.WaitForState(() => page.FindAll(".strip button:not([disabled])").Count == 12);
        page.FindAll(".strip button")[3].Click();

        page.WaitForAssertion(() => Assert.StartsWith("It reads", page.Find("[role=status]").ReadText(), StringComparison.Ordinal));
        Assert.Equal("true", page.FindAll(".strip button")[3].GetAttribute("aria-pressed"));
        Assert.Contains(page.FindAll(".layer"), text => text.ReadText() == "Layer 1: 4 maps of 28 × 28");
    }

    [Fact]
    public async Task Who_may_not_see_a_run_or_comes_too_early_is_told_so()
    {
        var (owner, stranger) = (await NewStudentAsync(), await NewStudentAsync());
        var done = await TrainAsync(owner, ZerosAndOnes);
        var predictors = Host.Get<Predictors>();
        Assert.True((await predictors.OpenAsync(owner, done, Ct)).Succeeded);
        Assert.IsType<Classroom.School.Refusal.NotFound>((await predictors.OpenAsync(stranger, done, Ct)).Refusal);
        Assert.IsType<Classroom.School.Refusal.NotFound>((await predictors.OpenAsync(owner, Guid.NewGuid(), Ct)).Refusal);

        var training = await StartAsync(owner, ZerosAndOnes.Replace("\"epochs\": 3", "\"epochs\": 500", StringComparison.Ordinal));
        SignIn(owner);
        var page = Render<DrawDigit>(parameters => parameters.Add(part => part.RunId, training).Add(part => part.Name, "Reader"));
        page.WaitForAssertion(() => Assert.Contains("still training", page.Markup, StringComparison.Ordinal));
        await Host.Get<Classroom.Runs.RunService>().StopAsync(owner, training);

        SignIn(stranger);
        var strange = Render<DrawDigit>(parameters => parameters.Add(part => part.RunId, done).Add(part => part.Name, "Reader"));
        strange.WaitForAssertion(() => Assert.Contains("nothing here that you can open", strange.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_network_of_points_reads_no_drawings_and_many_may_ask_at_once()
    {
        var actor = await NewStudentAsync();
        SignIn(actor);
        var points = await TrainAsync(actor, """
            { "dataset": "xor", "data": { "train": 32, "validation": 32 }, "model": { "kind": "mlp", "hidden": [2], "activation": "tanh" },
              "optimizer": { "kind": "adam", "learningRate": 0.01 }, "batchSize": 16, "epochs": 1, "seed": 7, "probes": [] }
            """);
        var page = Render<DrawDigit>(parameters => parameters.Add(part => part.RunId, points).Add(part => part.Name, "Reader"));
        page.WaitForAssertion(() => Assert.Contains("does not tell pictures apart", page.Markup, StringComparison.Ordinal));

        var opened = (await Host.Get<Predictors>().OpenAsync(actor, points, Ct)).Value!;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => opened.AskAsync(predictor => predictor.Probabilities([0.5f, -0.5f]))));
        Assert.All(answers, answer => Assert.Equal(answers[0]!, answer!));
        Assert.InRange(Host.Get<Predictors>().Count, 1, Predictors.MostKept);
    }
}
