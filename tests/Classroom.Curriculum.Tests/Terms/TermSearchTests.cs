using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

public sealed class TermSearchTests
{
    private static readonly Lazy<Curriculum> Content = new(() => CurriculumLoader.Load(Curriculum.DefaultFolder));

    private static IReadOnlyList<string> Search(string? query) => [.. Content.Value.Search(query).Select(term => term.Slug)];

    [Theory]
    [InlineData("overfitting", "overfitting")]
    [InlineData("OVERFITTING", "overfitting")]
    [InlineData("  epoch ", "epoch")]
    [InlineData("ANN", "artificial-neural-network")]
    [InlineData("convnet", "convolutional-neural-network")]
    [InlineData("CNN", "convolutional-neural-network")]
    [InlineData("learning rate", "hyperparameter")]
    [InlineData("mini-batch", "batch")]
    [InlineData("minibatch", "batch")]
    [InlineData("lstm", "recurrent-neural-network")]
    [InlineData("brain", "neural-network")]
    [InlineData("fine tuning", "transfer-learning")]
    public void A_term_is_found_by_name_synonym_and_what_it_explains(string query, string first) => Assert.Equal(first, Search(query)[0]);

    [Theory]
    [InlineData("ov", "overfitting")]
    [InlineData("gradient d", "gradient-descent")]
    [InlineData("hyp", "hyperparameter")]
    [InlineData("poo", "pooling-layer")]
    [InlineData("desc", "gradient-descent")]
    public void A_word_need_not_be_typed_to_its_end(string query, string first) => Assert.Equal(first, Search(query)[0]);

    [Theory]
    [InlineData("overfiting", "overfitting")]
    [InlineData("convlutional", "convolutional-neural-network")]
    [InlineData("convulo", "convolutional-neural-network")]
    [InlineData("hyperparamater", "hyperparameter")]
    [InlineData("hiperparameter", "hyperparameter")]
    [InlineData("backpropogation", "backpropagation")]
    [InlineData("gradiant decent", "gradient-descent")]
    [InlineData("epcoh", "epoch")]
    [InlineData("unsuperviesed", "unsupervised-learning")]
    [InlineData("vannishing", "vanishing-gradient-problem")]
    [InlineData("lerning rate", "hyperparameter")]
    public void A_slip_of_the_finger_is_forgiven(string query, string first) => Assert.Equal(first, Search(query)[0]);

    [Fact]
    public void What_was_typed_rightly_brings_no_lookalikes()
    {
        Assert.DoesNotContain("unsupervised-learning", Search("supervised learning"));
        Assert.DoesNotContain("batch", Search("epoch"));
    }

    [Fact]
    public void Terms_whose_definition_has_the_word_come_after_those_that_are_meant()
    {
        var found = Search("loss");

        Assert.Equal("loss-function", found[0]);
        Assert.Contains("backpropagation", found);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("\ud800")]
    public void Nothing_typed_shows_every_term_in_the_order_of_learning(string? query) =>
        Assert.Equal(Content.Value.Terms.Select(term => term.Slug), Search(query));

    [Theory]
    [InlineData("xylophone")]
    [InlineData("zq")]
    [InlineData("<script>alert(1)</script>")]
    public void What_no_term_means_finds_none_and_does_no_harm(string query) =>
        Assert.Empty(Search(query));

    [Fact]
    public void A_very_long_query_is_answered() => Assert.Empty(Search(new string('z', 100_000)));

    [Fact]
    public void A_definition_leads_to_the_terms_in_it_but_not_to_itself()
    {
        var deep = Content.Value.Find("deep-learning")!;

        Assert.Contains("<a class=\"term\" href=\"/glossary/artificial-neural-network\"", deep.DefinitionHtml, StringComparison.Ordinal);
        Assert.All(
            Content.Value.Terms,
            term => Assert.DoesNotContain($"href=\"/glossary/{term.Slug}\"", term.DefinitionHtml, StringComparison.Ordinal));
        Assert.All(Content.Value.Terms, term => Assert.Equal(
            term.Definition,
            System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(term.DefinitionHtml, "<[^>]+>", ""))));
    }
}
