using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Classroom.Training.Configs;
using Classroom.Training.Data.BuiltIn;
using Classroom.Training.Settings;
using Classroom.Web.Features.Lab.Bench;
using Classroom.Web.Features.Settings;

namespace Classroom.Web.Tests;

/// <summary>A config on its way through a link and the form.</summary>
public sealed class LabLinkTests
{
    private const string Earlier = "0199a0a0-0000-7000-8000-000000000000";

    public static TheoryData<string> Configs =>
    [
        """{"dataset":"digits","data":{"train":40,"labelNoise":0.1},"model":{"kind":"cnn","conv":[8,16],"kernel":5,"pool":"avg","dense":[64],"activation":"tanh","dropout":0.125},"optimizer":{"kind":"sgd","learningRate":1e-7,"momentum":0.9,"weightDecay":0.0001},"loss":"mean-squared-error","batchSize":7,"epochs":5,"seed":2147483647,"init":"kaiming-xavier","clip":0.3333333333333333,"schedule":"cosine","patience":3,"probes":["confusion"]}""",
        $$"""{"dataset":"digits","model":{"kind":"cnn","conv":[4],"dense":[]},"optimizer":{"kind":"adam","learningRate":0.1},"batchSize":32,"epochs":1,"seed":0,"from":"{{Earlier}}","freeze":1,"probes":[]}""",
        """{"dataset":"fashion-icons","data":{"classes":["CLASSES"],"hand":"steady"},"model":{"kind":"autoencoder","hidden":[64],"code":2},"optimizer":{"kind":"adam","learningRate":0.003},"batchSize":32,"epochs":2,"seed":1}""",
        """{"dataset":"line","model":{"kind":"mlp","hidden":[3,3],"residual":true},"optimizer":{"kind":"sgd","learningRate":10000},"batchSize":60,"epochs":50,"seed":1}""",
        """{"dataset":"sentences","data":{"shuffle":"words"},"model":{"kind":"rnn","cell":"lstm","hidden":24,"layers":2},"optimizer":{"kind":"adam","learningRate":0.005,"weightDecay":1},"batchSize":16,"epochs":2,"seed":3,"clip":1000000}""",
        """{"dataset":"recall","data":{"lag":40},"model":{"kind":"rnn","cell":"lstm","hidden":8},"optimizer":{"kind":"adam","learningRate":0.005},"batchSize":16,"epochs":2,"seed":3,"init":"long-memory"}""",
        """{"dataset":"recall","model":{"kind":"rnn","cell":"lstm","hidden":8,"forgetBias":-1.5},"optimizer":{"kind":"adam","learningRate":0.005},"batchSize":16,"epochs":2,"seed":3}""",
        """{"dataset":"digits","model":{"kind":"mlp","hidden":[8]},"optimizer":{"kind":"adam","learningRate":0.1},"batchSize":32,"epochs":1,"seed":0,"labelSmoothing":0.125}""",
        """{"dataset":"recall","data":{"lag":9},"model":{"kind":"rnn","cell":"rnn","hidden":8},"optimizer":{"kind":"adam","learningRate":0.005},"loss":"mean-squared-error","batchSize":16,"epochs":2,"seed":3}""",
    ];

    private static ConfigReading Read(JsonElement json) => TrainingConfigReader.Read(
        json,
        new(),
        id => BuiltInDataSets.List.SingleOrDefault(info => info.Id == id),
        id => id == Earlier
            ? TrainingConfig.FromJson(
                """{"dataset":"digits","model":{"kind":"cnn","conv":[4],"dense":[]},"optimizer":{"kind":"adam","learningRate":0.1},"batchSize":32,"epochs":1}""")
            : null);

    [Theory]
    [MemberData(nameof(Configs))]
    public void A_link_fills_the_form_with_all_that_decides_the_run(string json)
    {
        var icons = BuiltInDataSets.List.Single(info => info.Id == "fashion-icons").Classes;
        var reading = Read(JsonDocument.Parse(
            json.Replace("\"CLASSES\"", JsonSerializer.Serialize(icons.Take(3))[1..^1], StringComparison.Ordinal)).RootElement);
        Assert.True(reading.IsValid, string.Join(" ", reading.Errors.Select(error => $"{error.Key}: {error.Value[0]}")));

        var link = LabLink.Create(reading.Config);
        Assert.StartsWith("lab?config=", link, StringComparison.Ordinal);
        Assert.InRange(link.Length, 1, LabLink.Longest / 2);
        var opened = Read(LabLink.Read(link["lab?config=".Length..])!.Value);
        Assert.Equal(reading.Config.ToJson(), opened.Config!.ToJson());

        var typed = Read(JsonSerializer.SerializeToElement(LabForm.From(opened.Config).ToConfig()));
        Assert.True(typed.IsValid, string.Join(" ", typed.Errors.Select(error => $"{error.Key}: {error.Value[0]}")));
        Assert.Equal(reading.Config.ToJson(), typed.Config.ToJson());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("e30=e30")]
    [InlineData("AAAA")]
    [InlineData("_____w")]
    public void What_is_no_config_is_no_exception(string text) => Assert.Null(LabLink.Read(text));

    [Fact]
    public void Huge_and_deep_links_are_not_read()
    {
        Assert.Null(LabLink.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"\"{new string('a', 9_000)}\""))));
        Assert.Null(LabLink.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(new string('[', 1_000) + new string(']', 1_000)))));
    }

    [Theory]
    [InlineData("""{"dataset":"digits","probes":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public void A_link_with_half_a_character_is_not_read(string json) =>
        Assert.Null(LabLink.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"dataset":"digits"}""")]
    [InlineData("""{"dataset":{"a":1},"model":7,"probes":"none"}""")]
    public void Json_that_is_no_config_is_left_to_the_reader(string json) =>
        Assert.False(Read(LabLink.Read(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json)))!.Value).IsValid);
}
