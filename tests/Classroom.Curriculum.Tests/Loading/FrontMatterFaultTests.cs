using Classroom.Curriculum.Loading;

namespace Classroom.Curriculum.Tests;

/// <summary>Each fault in front matter and in the map of terms, on a sample that is broken in that one place.</summary>
public sealed class FrontMatterFaultTests : IDisposable
{
    private const string Lesson = "hill-walk/lesson.md";

    private readonly SampleContent content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData(
        "term: Hill walk\n", "", "definition: A way down a hill that always takes the steepest step.",
        "Front matter: \"term\" is missing.")]
    [InlineData("term: Hill walk\n", "term:\n", "term:", "Front matter: \"term\" must be a text and not be empty.")]
    [InlineData(
        "definition: A way down a hill that always takes the steepest step.\n", "", "term: Hill walk",
        "Front matter: \"definition\" is missing.")]
    [InlineData(
        "definition: A way", "definition: Careful: a way", "definition: Careful: a way down a hill that always takes the steepest step.",
        "This is not valid YAML")]
    [InlineData(
        "synonyms: [hill walks]", "synonym: [hill walks]", "synonym: [hill walks]",
        "Front matter: The key \"synonym\" is not known here; known are definition, keywords, prerequisites, related, synonyms, term.")]
    [InlineData("synonyms: [hill walks]", "synonyms: hill walks", "synonyms: hill walks", "Front matter: \"synonyms\" must be a list.")]
    [InlineData(
        "synonyms: [hill walks]", "synonyms: [hill walks, []]", "synonyms: [hill walks, []]",
        "Front matter: Every item of \"synonyms\" must be a text and not be empty; one with")]
    [InlineData("synonyms: [hill walks]", "synonyms: [hill walks, SLOPE]", "synonyms", "\"SLOPE\" is a name or synonym of slope")]
    [InlineData(
        "synonyms: [hill walks]", "synonyms: [Hill walk]", "synonyms: [Hill walk]",
        "\"Hill walk\" is a name or synonym of this term already")]
    [InlineData(
        "prerequisites: [slope]", "prerequisites: [sloop]", "prerequisites: [sloop]",
        "\"prerequisites\" names \"sloop\", but there is no such term")]
    [InlineData(
        "prerequisites: [slope]", "prerequisites: [slope, slope]", "prerequisites: [slope, slope]",
        "\"prerequisites\" names \"slope\" twice.")]
    [InlineData(
        "prerequisites: [slope]", "prerequisites:\n  - slope\n  - hill-walk", "- hill-walk", "\"prerequisites\" names the term itself.")]
    [InlineData(
        "related: [step-size]", "related: [stepsize]", "related: [stepsize]", "\"related\" names \"stepsize\", but there is no such term")]
    [InlineData("related: [step-size]", "related: [slope]", "related: [slope]", "\"slope\" is a prerequisite already")]
    public void A_fault_in_front_matter_is_reported_with_its_line(string old, string now, string at, string message)
    {
        var error = content.Replace(Lesson, old, now).Errors()[0];

        Assert.Equal((Lesson, content.LineOf(Lesson, at)), (error.File, error.Line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("term: Slope\n", "no fence at all")]
    [InlineData("---\nterm: Slope\n", "fence never closed")]
    [InlineData("", "empty file")]
    public void A_file_without_front_matter_is_reported(string text, string why)
    {
        var error = Assert.Single(content.Write("slope/lesson.md", text).Errors(), error => error.File == "slope/lesson.md");

        Assert.True(error.Line == 1, why);
        Assert.StartsWith("The file must start with front matter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Front_matter_that_is_no_mapping_is_reported() =>
        Assert.Equal("Front matter must be one YAML mapping of \"key: value\" lines.",
            content.Write("slope/lesson.md", "---\n- slope\n---\n").Errors().First(error => error.File == "slope/lesson.md").Message);

    [Fact]
    public void A_cycle_of_prerequisites_is_reported_once_with_its_way_round()
    {
        content.Replace("slope/lesson.md", "synonyms: [slopes, steepness]", "synonyms: [slopes, steepness]\nprerequisites: [step-size]");
        content.Replace("step-size/lesson.md", "prerequisites: [slope]", "prerequisites: [hill-walk]");

        Assert.Equal(
            new ContentError(Lesson, 5, "The prerequisites form a cycle: hill-walk → step-size → slope → hill-walk. Remove one of them."),
            content.OnlyError());
    }

    [Theory]
    [InlineData("Hill_Top", "A term's folder is named in small letters, digits and single hyphens, such as loss-function.")]
    [InlineData("own-7", "Names that begin with own- are for quizzes that teachers make. Choose another.")]
    public void A_folder_with_a_name_that_no_term_can_have_is_reported(string folder, string message)
    {
        foreach (var file in new[] { "lesson.md", "glyph.svg" })
        {
            content.Write(
                $"{folder}/{file}",
                content.Read($"slope/{file}")
                    .Replace("Slope", "Top", StringComparison.Ordinal)
                    .Replace("slopes, steepness", "", StringComparison.Ordinal));
        }

        Assert.Equal($"{folder}: {message}", content.OnlyError().ToString());
    }

    [Fact]
    public void A_folder_without_terms_is_reported()
    {
        var empty = Path.Combine(content.Folder, "slope", "nowhere");

        var error = Assert.Single(Assert.Throws<ContentException>(() => CurriculumLoader.Load(empty)).Errors);

        Assert.Equal(empty, error.File);
        Assert.StartsWith("There are no terms here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_all_files_are_reported_together_in_the_order_of_files_and_lines()
    {
        content.Replace(Lesson, "synonyms", "synonym")
            .Replace(Lesson, "(/glossary/slope)", "(/glossary/sloop)")
            .Delete("step-size/glyph.svg")
            .Replace("hill-walk/quiz.yaml", "kind: one-answer", "kind: one answer")
            .Replace("hill-walk/quiz.yaml", "answer: 0.75", "answer: abc");

        var thrown = Assert.Throws<ContentException>(content.Load);

        Assert.Equal(
            [
                "hill-walk/lesson.md(4)", "hill-walk/lesson.md(35)", "hill-walk/quiz.yaml(3)", "hill-walk/quiz.yaml(46)",
                "step-size/glyph.svg"
            ],
            thrown.Errors.Select(error => error.ToString().Split(": ")[0]));
        Assert.StartsWith(
            "The curriculum has 5 faults:\nhill-walk/lesson.md(4): Front matter: The key \"synonym\"", thrown.Message,
            StringComparison.Ordinal);
    }
}
