using Classroom.Curriculum.Quizzes;

namespace Classroom.Curriculum.Tests;

/// <summary>Words and numbers to type.</summary>
public sealed class GiftTypedTests
{
    [Fact]
    public void Words_that_are_right_wrong_and_any_other_are_told_apart()
    {
        var question = GiftFile.One<ShortAnswerQuestion>(
            """
            What freezes at 0 °C? {
              =water
              =%100%[plain]H2O \\* b
              =%0%oil#Colder.
              =%0%*#Think of ice.
            }
            """);
        Assert.Equal(["water", "H2O * b"], question.Accept);
        Assert.Equal([new TextMistake("oil", "Colder.")], question.Mistakes);
        Assert.Equal("Think of ice.", question.Feedback);
    }

    [Theory]
    [InlineData("Q?{\n=%75%a\n=b}", 2, "%75%")]
    [InlineData("Q?{\n=a*\n=b}", 2, "any letters")]
    [InlineData("Q?{\n=*\n=b}", 2, "any letters")]
    [InlineData("Q?{\n=b\n=}", 3, "no words")]
    [InlineData("Q?{\n=%0%a}", 2, "No answer is right")]
    [InlineData("Q?{\n=a b\n=A-B.}", 3, "accepted already")]
    [InlineData("Q?{\n=a\n=%0%A}", 3, "accepted as right")]
    [InlineData("Q?{\n=a\n=%0%b\n=%0%B}", 4, "mistake already")]
    [InlineData("Q?{\n=a\n=%0%*#x\n=%0%*#y}", 4, "already")]
    [InlineData("Q?{a}", 1, "Write = before")]
    public void Words_that_are_not_kept_are_refused(string text, int line, string words) =>
        GiftFile.Refuses(text, line, words, orMore: true);

    [Theory]
    [InlineData("{#5}", "5", "0")]
    [InlineData("{#5:2}", "5", "2")]
    [InlineData("{# -0.5 : .25 }", "-0.5", "0.25")]
    [InlineData("{#1..5}", "3", "2")]
    [InlineData("{#-3..-1}", "-2", "1")]
    [InlineData("{#1.5e3:1e-2}", "1500", "0.01")]
    [InlineData("{#=7:0.5}", "7", "0.5")]
    [InlineData("{#=%100%7:0.5#Good.}", "7", "0.5")]
    public void A_number_is_read_with_its_tolerance(string answer, string value, string tolerance)
    {
        var question = GiftFile.One<NumberQuestion>("How many?" + answer);
        Assert.Equal(decimal.Parse(value), question.Answer);
        Assert.Equal(decimal.Parse(tolerance), question.Tolerance);
    }

    [Fact]
    public void Mistakes_any_other_number_and_a_unit_are_read()
    {
        var question = GiftFile.One<NumberQuestion>(
            "// [unit:cm]\nHow long?{#\n=%100%7:0.5\n=%0%14:0.5#You doubled it.\n~#Measure again.}");
        Assert.Equal(("cm", "Measure again."), (question.Unit, question.Feedback));
        Assert.Equal([new NumberMistake(14, "You doubled it.")], question.Mistakes);
        Assert.Equal("Again.", GiftFile.One<NumberQuestion>("How long?{#=7 =%0%*#Again.}").Feedback);
    }

    [Theory]
    [InlineData("Q?{#}", 1, "No number is right")]
    [InlineData("Q?{#1,5}", 1, "cannot be read as a number")]
    [InlineData("Q?{#seven}", 1, "cannot be read as a number")]
    [InlineData("Q?{#5:-1}", 1, "cannot be read as a number")]
    [InlineData("Q?{#5..1}", 1, "cannot be read as a number")]
    [InlineData("Q?{#1e400}", 1, "cannot be read as a number")]
    [InlineData("Q?{#1e-40}", 1, "cannot be read as a number")]
    [InlineData("Q?{#NaN}", 1, "cannot be read as a number")]
    [InlineData("Q?{#*}", 1, "cannot be read as a number")]
    [InlineData("Q?{#\n=1:0\n=%50%1:2}", 3, "%50%")]
    [InlineData("Q?{#\n=1\n=2}", 3, "More than one number")]
    [InlineData("Q?{#\n=1:1\n=%0%9:2}", 3, "another tolerance")]
    [InlineData("Q?{#\n=1:1\n=%0%2:1}", 3, "within the tolerance")]
    [InlineData("Q?{#\n=1\n~3#x}", 3, "only feedback")]
    public void Numbers_that_are_not_kept_are_refused(string text, int line, string words) =>
        GiftFile.Refuses(text, line, words, orMore: true);
}
