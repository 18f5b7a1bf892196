namespace Classroom.Curriculum.Tests;

/// <summary>Experiments of a term beside its own, and runs with another recurrent cell.</summary>
public sealed class FurtherExperimentTests : IDisposable
{
    private const string File = "hill-walk/experiment.yaml";
    private const string LongSteps = "optimizer: {kind: sgd, learningRate: 1}";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void A_term_may_have_further_experiments_and_its_lesson_may_link_to_them()
    {
        var main = content.Read(File);
        content.Write("hill-walk/experiment-wide-valley.yaml", main.Replace("title: Long", "title: Wide", StringComparison.Ordinal))
            .Write("hill-walk/experiment-deep-valley.yaml", main.Replace("title: Long", "title: Deep", StringComparison.Ordinal))
            .Replace("hill-walk/lesson.md", "(/lab/hill-walk)", "(/lab/hill-walk/wide-valley)");

        var curriculum = content.Load();

        Assert.Equal(
            ["hill-walk", "hill-walk/deep-valley", "hill-walk/wide-valley"],
            curriculum.Experiments.Select(experiment => experiment.Id));
        var wide = curriculum.FindExperiment("hill-walk/wide-valley")!;
        Assert.Equal(("hill-walk", "Wide steps and short steps"), (wide.TermSlug, wide.Title));
        Assert.Equal("Long steps and short steps", curriculum.Find("hill-walk")!.Experiment!.Title);
        Assert.Null(curriculum.FindExperiment("hill-walk/no-valley"));
    }

    [Fact]
    public void A_fault_in_a_further_experiment_is_reported_with_its_file()
    {
        var main = content.Read(File);
        content.Write("hill-walk/experiment-wide.yaml", main.Replace("title: Long", "titel: Long", StringComparison.Ordinal));

        Assert.All(content.Errors(), error => Assert.Equal("hill-walk/experiment-wide.yaml", error.File));
    }

    [Theory]
    [InlineData("hill-walk/experiment-Wide.yaml", "Name a further experiment in small letters, digits and single hyphens")]
    [InlineData("hill-walk/experiment-.yaml", "Name a further experiment in small letters, digits and single hyphens")]
    [InlineData("hill-walk/experiment-some-name-that-is-too-long-for-the-store-to-hold-it-all.yaml", "The id of this experiment, ")]
    [InlineData("slope/experiment-wide.yaml", "This is a further experiment, but the term has no experiment.yaml.")]
    public void A_further_experiment_with_a_wrong_name_or_no_other_before_it_is_reported(string file, string message)
    {
        var error = content.Write(file, content.Read(File)).OnlyError();

        Assert.Equal((file, 0), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_recurrent_cell_may_bring_its_own_settings_but_they_may_not_come_with_another_size()
    {
        Recurrent("lstm, hidden: 4, forgetBias: 3");
        Assert.True(content.Load().Find("hill-walk")!.HasExperiment);

        Recurrent("rnn, hidden: 8, layers: 2");
        Assert.StartsWith("The experiment, run 2, config: This run differs from the first in model.hidden, model.layers; it must differ",
            content.OnlyError().Message, StringComparison.Ordinal);

        // The first and the third run have a plain cell of four.
        void Recurrent(string second)
        {
            const string Convolutional = "{kind: cnn, conv: [8, 16], activation: relu}";
            using var sample = new SampleContent();
            const string Plain = "{kind: rnn, cell: rnn, hidden: 4}";
            var text = sample.Read(File).Replace(LongSteps, "optimizer: {kind: sgd, learningRate: 0.01}", StringComparison.Ordinal);
            var parts = text.Split(Convolutional);
            content.Write(File, $"{parts[0]}{Plain}{parts[1]}{{kind: rnn, cell: {second}}}{parts[2]}{Plain}{parts[3]}");
        }
    }
}
