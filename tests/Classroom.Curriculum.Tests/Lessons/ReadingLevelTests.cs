using Classroom.Curriculum.Lessons;

namespace Classroom.Curriculum.Tests;

public sealed class ReadingLevelTests
{
    [Theory]
    // 6 words, 6 syllables, 1 sentence.
    [InlineData("The cat sat on the mat.", 0.39 * 6 + 11.8 * 1 - 15.59)]
    // 6 words, 8 syllables, 2 sentences.
    [InlineData("The network learned. It worked well!", 0.39 * 3 + 11.8 * 7 / 6 - 15.59)]
    // A number is one word of one syllable, and its point ends no sentence: 5 words, 5 syllables.
    [InlineData("The loss is now 0.75", 0.39 * 5 + 11.8 * 1 - 15.59)]
    public void The_grade_is_that_of_the_formula(string text, double grade) =>
        Assert.Equal(grade, ReadingLevel.FleschKincaidGrade(text), 9);

    [Theory]
    [InlineData("make", 1)]
    [InlineData("makes", 1)]
    [InlineData("trained", 1)]
    [InlineData("tested", 2)]
    [InlineData("table", 2)]
    [InlineData("tables", 2)]
    [InlineData("batches", 2)]
    [InlineData("rule", 1)]
    [InlineData("agree", 2)]
    [InlineData("the", 1)]
    [InlineData("gradient", 3)]
    [InlineData("bias", 2)]
    [InlineData("experience", 4)]
    [InlineData("efficient", 3)]
    [InlineData("partial", 2)]
    [InlineData("convolution", 4)]
    [InlineData("hmm", 1)]
    public void Syllables_are_counted_by_ear(string word, int syllables) =>
        Assert.Equal(0.39 + 11.8 * syllables - 15.59, ReadingLevel.FleschKincaidGrade(word), 9);

    [Fact]
    public void A_line_end_ends_a_sentence() =>
        Assert.Equal(
            ReadingLevel.FleschKincaidGrade("Feel the slope. Step down."), ReadingLevel.FleschKincaidGrade("Feel the slope\nStep down"));

    [Theory]
    [InlineData("")]
    [InlineData("… — !")]
    public void A_text_without_words_has_grade_zero(string text) => Assert.Equal(0, ReadingLevel.FleschKincaidGrade(text));

    [Fact]
    public void Long_words_in_long_sentences_read_harder() =>
        Assert.True(
            ReadingLevel.FleschKincaidGrade(
                "Convolutional architectures generalize translationally, notwithstanding considerable computational requirements.")
            > ReadingLevel.FleschKincaidGrade("The net sees a shape. It does not care where the shape is."));
}
