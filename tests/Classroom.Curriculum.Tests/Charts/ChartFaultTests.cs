using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>Each fault in a recording and around the charts that show it, on a sample that is broken in that one place.</summary>
public sealed class ChartFaultTests : IDisposable
{
    private const string Lesson = "hill-walk/lesson.md";
    private const string Quiz = "hill-walk/quiz.yaml";
    private const string Recording = "hill-walk/charts/runs.json";
    private const string SecondEpoch =
        "{\"epoch\":2,\"step\":4,\"trainLoss\":1.5,\"valLoss\":1.75,\"trainAccuracy\":0.5,\"valAccuracy\":0.45},";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("\"name\": \"A\",", "", "\"config\"", "The recording, run 1: \"name\" is missing.")]
    [InlineData(
        "\"name\": \"A\",", "\"name\": \"C\",", "\"name\": \"C\"",
        "The recording, run 1: The runs are named A, B, C, D in this order; this one must be \"A\", not \"C\".")]
    [InlineData(
        "\"name\": \"A\",", "\"name\": \"A\", \"note\": 1,", "\"name\": \"A\"",
        "The recording, run 1: The key \"note\" is not known here; known are config, epochs, name, outcome, steps.")]
    [InlineData(
        "\"config\": {\"dataset\":\"digits\",\"epochs\":3},\n", "", "\"name\": \"A\"", "The recording, run 1: \"config\" is missing.")]
    [InlineData(
        "{\"dataset\":\"digits\",\"epochs\":3}", "[3]", "\"config\": [3]",
        "The recording, run 1: \"config\" must be a mapping of \"key: value\" lines.")]
    [InlineData(
        "{\"dataset\":\"digits\",\"epochs\":3}", "{\"epochs\":3}", "\"config\": {\"epochs\":3}",
        "The recording, run 1, config: \"dataset\" is missing.")]
    [InlineData(
        "\"epochs\":3", "\"epochs\":2.5", "\"config\": {\"dataset\":\"digits\",\"epochs\":2.5}",
        "The recording, run 1, config: \"epochs\" must be a whole number from 1 to 1000, not \"2.5\".")]
    [InlineData(
        "\"epochs\":3", "\"epochs\":4", "\"name\": \"A\"",
        "The recording, run 1: The config has 4 epochs, but the curve has 3; record the file again.")]
    [InlineData(
        SecondEpoch, "", "{\"epoch\":3",
        "The recording, run 1, epoch 2: The epochs are counted from 1 without a gap; this one must be 2, not 3.")]
    [InlineData(
        "\"outcome\": \"Completed\"", "\"outcome\": \"Stopped\"", "\"outcome\": \"Stopped\"",
        "The recording, run 1: \"outcome\" must be Completed or Diverged, not \"Stopped\".")]
    [InlineData("\"outcome\": \"Completed\",", "", "\"name\": \"A\"", "The recording, run 1: \"outcome\" is missing.")]
    [InlineData("\"divergedAt\": 4,", "", "\"name\": \"B\"", "The recording, run 2: \"divergedAt\" is missing.")]
    [InlineData(
        "\"outcome\": \"Completed\"", "\"outcome\": \"Completed\", \"divergedAt\": 2", "\"outcome\": \"Completed\"",
        "The recording, run 1: The key \"divergedAt\" is not known here")]
    [InlineData("\"valLoss\":1.75,", "", "{\"epoch\":2", "The recording, run 1, epoch 2: \"valLoss\" is missing.")]
    [InlineData(
        "\"valLoss\":1.75", "\"valLoss\":-1.75", "{\"epoch\":2",
        "The recording, run 1, epoch 2: \"valLoss\" must be a number of 0 or more, not \"-1.75\".")]
    [InlineData(
        "\"valAccuracy\":0.45", "\"valAccuracy\":45", "{\"epoch\":2",
        "The recording, run 1, epoch 2: \"valAccuracy\" must be a number from 0 to 1, not \"45\".")]
    [InlineData(
        "\"trainLoss\":1.5", "\"trainLoss\":\"low\"", "{\"epoch\":2",
        "The recording, run 1, epoch 2: \"trainLoss\" must be a number of 0 or more, not \"low\".")]
    [InlineData(
        "\"step\":4,", "\"step\":0,", "{\"epoch\":2",
        "The recording, run 1, epoch 2: \"step\" must be a whole number from 1 to 2147483647, not \"0\".")]
    [InlineData(
        "\"steps\": [2.5,2,1.75,1.25]", "\"steps\": [2.5,2]", "\"name\": \"A\"",
        "The recording, run 1: The losses of 4 steps are to be there, but \"steps\" has 2; record the file again.")]
    [InlineData(",\n      \"steps\": [2.5,2,1.75,1.25]", "", "\"name\": \"A\"", "The recording, run 1: \"steps\" is missing.")]
    [InlineData("  \"steps\": 4,\n", "", "\"steps\": [2.5,2,1.75,1.25]", "The recording, run 1: The key \"steps\" is not known here")]
    [InlineData(
        "\"steps\": 4", "\"steps\": 1", "\"steps\": 1", "The recording: \"steps\" must be a whole number from 2 to 1000, not \"1\".")]
    [InlineData("\"runs\": [", "\"run\": [", "\"steps\": 4", "The recording: \"runs\" is missing.")]
    [InlineData("\"runs\": [", "\"runs\": [{},{},{},", "\"steps\": 4", "The recording: Of runs there are 5; a recording has 1 to 4.")]
    [InlineData("\"runs\": [", "\"runs\": [7,", "\"runs\": [7,", "The recording: Every item of \"runs\" must be a mapping")]
    [InlineData(
        "\"steps\": 4,", "\"steps\": 4", "\"runs\": [",
        "This is not valid JSON; recordings are written by the training engine, not by hand.")]
    [InlineData("\"steps\": 4,", "\"steps\": 4, \"steps\": 4,", "\"steps\": 4, \"steps\"", "This is not valid YAML")]
    public void A_fault_in_a_recording_is_reported_with_its_line(string old, string now, string at, string message)
    {
        var errors = content.Replace(Recording, old, now).Errors();

        Assert.Contains(
            errors,
            error => error.File == Recording
                && error.Line == content.LineOf(Recording, at)
                && error.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.All(errors, error => Assert.Equal(Recording, error.File));
    }

    [Fact]
    public void A_recording_without_a_curve_is_reported()
    {
        var text = content.Read(Recording);
        var start = text.IndexOf("      \"epochs\": [", StringComparison.Ordinal);
        var end = text.IndexOf("      \"steps\": [2.5,2", StringComparison.Ordinal);

        Assert.Contains(
            content.Write(Recording, text[..start] + text[end..]).Errors(),
            error => error.Message == "The recording, run 1: \"epochs\" is missing.");
    }

    [Fact]
    public void A_recording_that_is_no_object_is_reported() =>
        Assert.Equal(
            new ContentError(Recording, 1, "The recording must be one YAML mapping of \"key: value\" lines."),
            content.Write(Recording, "[]").OnlyError());

    [Fact]
    public void A_recording_that_nothing_shows_is_reported() =>
        Assert.Equal("hill-walk/charts/other.json: Neither the lesson nor the quiz shows this recording; use it or delete it.",
            content.Write("hill-walk/charts/other.json", content.Read(Recording)).OnlyError().ToString());

    [Theory]
    [InlineData("    chart: charts/runs.json\n", "", "- id: curve", "\"chart\" is missing.")]
    [InlineData(
        "chart: charts/runs.json", "chart: charts/run.json", "chart: charts/run.json",
        "There is no chart \"charts/run.json\"; a chart is a recording of the term, such as charts/overfits.json.")]
    [InlineData(
        "chart: charts/runs.json", "chart: ../slope/charts/runs.json", "chart: ../slope",
        "There is no chart \"../slope/charts/runs.json\"")]
    [InlineData("show: steps", "show: step", "show: step", "\"show\" must be one of loss, accuracy, steps, not \"step\".")]
    [InlineData(
        "text: Run A", "text: Run B", "- id: curve",
        "Choices that are runs must be all runs of the chart in its order, and come first: Run A, Run B.")]
    [InlineData("text: Run B", "text: Neither", "- id: curve", "Choices that are runs must be all runs of the chart in its order")]
    [InlineData("text: Run B", "text: Run C", "- id: curve", "Choices that are runs must be all runs of the chart in its order")]
    [InlineData("        feedback: Run B climbs.\n", "", "- text: Run B", "A wrong choice needs \"feedback\"")]
    [InlineData(
        "        feedback: Run B climbs.\n", "        correct: true\n", "- id: curve",
        "Exactly one choice must have \"correct: true\"; 2 have.")]
    public void A_fault_in_a_question_about_a_chart_is_reported(string old, string now, string at, string message)
    {
        var errors = content.Replace(Quiz, old, now).Errors();

        Assert.Contains(errors, error => error.File == Quiz && error.Line == content.LineOf(Quiz, at)
            && error.Message.StartsWith("Question \"curve\"", StringComparison.Ordinal)
            && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_of_what_was_not_recorded_is_reported()
    {
        var text = content.Read(Recording).Replace("  \"steps\": 4,\n", "", StringComparison.Ordinal)
            .Replace(",\n      \"steps\": [2.5,2,1.75,1.25]", "", StringComparison.Ordinal)
            .Replace(",\n      \"steps\": [2.5,4.5,1E+9]", "", StringComparison.Ordinal);

        Assert.Equal(
            new ContentError(
                Quiz,
                content.LineOf(Quiz, "chart: charts/runs.json"),
                "Question \"curve\": The recording \"charts/runs.json\" has nothing to show for steps; it has loss, accuracy."),
            content.Write(Recording, text).OnlyError());
    }

    [Theory]
    [InlineData("charts/run.json", "There is no chart \"charts/run.json\"")]
    [InlineData("charts/runs.json#all", "A chart shows loss, accuracy, steps, not \"all\"; write for example charts/runs.json#accuracy.")]
    public void A_fault_around_a_chart_in_a_lesson_is_reported(string source, string message)
    {
        var figure = $"![Two runs]({source} \"Two runs\")";

        var error = content.Replace(Lesson, "From 9 to 4 is a drop of 5.", $"From 9 to 4 is a drop of 5.\n\n{figure}").OnlyError();

        Assert.Equal((Lesson, content.LineOf(Lesson, figure)), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_is_to_be_interactive_is_reported() =>
        Assert.Equal("A recorded chart cannot be made interactive: {interactive=…} belongs to a drawing.",
            content.Replace(
                Lesson, "From 9 to 4 is a drop of 5.",
                "From 9 to 4 is a drop of 5.\n\n![Runs](charts/runs.json \"Runs\"){interactive=convolution}").OnlyError().Message);

    [Fact]
    public void A_chart_in_a_lesson_needs_an_alternative_and_a_caption_like_any_figure() =>
        Assert.Equal(2, content.Replace(Lesson, "From 9 to 4 is a drop of 5.", "![](charts/runs.json)").Errors().Count);
}
