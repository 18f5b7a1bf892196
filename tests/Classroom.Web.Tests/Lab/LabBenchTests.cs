using Bunit;
using Classroom.Training.Settings;
using Classroom.Web.Features.Lab;
using Classroom.Web.Features.Lab.Bench;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests;

/// <summary>The bench as it is worked at.</summary>
public sealed class LabBenchTests : HandsSchool
{
    private readonly BunitJSModuleInterop module;

    public LabBenchTests(ClassroomHost host)
        : base(host)
    {
        module = JSInterop.SetupModule("./Features/Lab/Bench/BenchAddress.razor.js");
        module.Mode = JSRuntimeMode.Loose;
    }

    private IEnumerable<string> Kept => module.Invocations["keep"].Select(call => (string)call.Arguments[0]!);

    private IEnumerable<string> Gone => module.Invocations["go"].Select(call => (string)call.Arguments[0]!);

    [Fact]
    public async Task What_is_changed_stands_in_the_address_and_an_untouched_bench_keeps_a_plain_one()
    {
        var bench = await OpenAsync();
        Assert.Empty(Kept);

        await bench.Find("#epochs").ChangeAsync(new() { Value = "7" });
        bench.WaitForAssertion(() => Assert.Single(Kept));
        var config = LabLink.Read(new Uri(Kept.Single()).Query["?config=".Length..])!.Value;
        Assert.Equal(7, config.GetProperty("epochs").GetInt32());

        await bench.Find("#epochs").ChangeAsync(new() { Value = "5" });
        bench.WaitForAssertion(() => Assert.EndsWith("/lab", Kept.Last(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_that_was_kept_fills_the_bench_again()
    {
        var before = await OpenAsync();
        await before.Find("#learningRate").ChangeAsync(new() { Value = "0.02" });
        before.WaitForAssertion(() => Assert.Single(Kept));

        var after = await OpenAsync(new Uri(Kept.Single()).Query["?config=".Length..]);

        Assert.Equal("0.02", after.Find("#learningRate").GetAttribute("value"));
        Assert.Single(Kept);
    }

    [Fact]
    public async Task A_refused_try_names_each_wrong_field_and_moves_to_the_first()
    {
        var bench = await OpenAsync();
        await bench.Find("#batchSize").ChangeAsync(new() { Value = "0" });
        await bench.Find("#learningRate").ChangeAsync(new() { Value = "quick" });
        await bench.Find("form").SubmitAsync();

        bench.WaitForAssertion(
            () => Assert.Equal(["Learning rate", "Batch size"], bench.FindAll("[role=alert] button").Select(button => button.ReadText())));
        bench.WaitForAssertion(() => Assert.Equal(["learningRate"], Gone));
        Assert.StartsWith("2 fields need another value:", bench.Find("[role=alert] p").ReadText(), StringComparison.Ordinal);

        await bench.FindAll("[role=alert] button")[1].ClickAsync(new());
        bench.WaitForAssertion(() => Assert.Equal(["learningRate", "batchSize"], Gone));
    }

    [Fact]
    public async Task Train_while_the_database_is_away_says_so_and_trains_on_another_try()
    {
        var bench = await OpenAsync(LabLink.Write(TrainingConfig.FromJson(ZerosAndOnes)));
        Database.IsAway = true;
        await bench.Find("form").SubmitAsync();
        bench.WaitForAssertion(() =>
            Assert.Contains("cannot reach its records", bench.Find(".go [role=alert]").ReadText(), StringComparison.Ordinal));
        Database.IsAway = false;

        await bench.Find("form").SubmitAsync();

        var navigation = Services.GetRequiredService<NavigationManager>();
        bench.WaitForAssertion(() => Assert.Contains("/runs/", navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mlp", "hiddenLayers", "dropout")]
    [InlineData("cnn", "conv", "kernel", "dense", "dropout")]
    [InlineData("autoencoder", "hiddenLayers", "code")]
    [InlineData("rnn", "hidden", "layers")]
    public async Task A_wrong_field_is_called_as_the_page_calls_it(string model, params string[] fields)
    {
        var bench = await OpenAsync();
        await bench.Find("#dataset").ChangeAsync(new() { Value = model == "rnn" ? "sentences" : "digits" });
        if (model != "rnn")
        {
            await bench.Find("#model").ChangeAsync(new() { Value = model });
        }

        foreach (var field in fields.Concat(["learningRate", "batchSize", "epochs", "seed", "weightDecay", "clip", "patience"]))
        {
            await bench.Find($"#{field}").ChangeAsync(new() { Value = "odd" });
        }

        await bench.Find("form").SubmitAsync();

        bench.WaitForAssertion(() => Assert.Equal(fields.Length + 7, bench.FindAll("[role=alert] li").Count));
        foreach (var button in bench.FindAll("[role=alert] button").ToList())
        {
            Assert.Contains(
                button.ReadText(),
                bench.FindAll("label")
                    .Where(label => bench.Find($"#{label.GetAttribute("for")}").GetAttribute("aria-invalid") == "true")
                    .Select(label => label.ReadText()));
        }
    }

    private async Task<IRenderedComponent<LabBench>> OpenAsync(string? config = null)
    {
        SignIn(await NewStudentAsync());
        var bench = Render<LabBench>(parameters => parameters.Add(part => part.Config, config));
        bench.WaitForElement("#lab-link");
        return bench;
    }
}
