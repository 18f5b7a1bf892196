using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;

namespace Classroom.Curriculum.Tests;

/// <summary>Choices, true and false, pairs, and items in order.</summary>
public sealed class GiftChoiceTests
{
    [Fact]
    public void An_equals_sign_marks_the_one_right_choice()
    {
        var question = GiftFile.One<OneAnswerQuestion>("Which floats?{~iron#It sinks. =cork ~%0%[plain]lead #So does [lead].}");
        Assert.Equal(
            [("iron", false, "It sinks."), ("cork", true, null), ("lead", false, "So does [lead].")],
            question.Choices.Select(choice => (choice.Text, choice.IsCorrect, choice.Feedback)));
    }

    [Fact]
    public void Feedback_on_the_right_choice_joins_the_explanation_with_a_note()
    {
        var reading = GiftReader.Read("Which floats?{\n~iron\n=cork#Cork is light.\n####Density decides.}");
        Assert.Equal("Density decides. Cork is light.", reading.Questions[0].Question.Explanation);
        Assert.Equal(3, Assert.Single(reading.Notes).Line);
    }

    [Fact]
    public void Weights_share_the_points_between_several_right_choices()
    {
        const string Gift = "Which float?{~%33.333%cork ~%33%ice ~%33.33333%oil ~%-33.333%iron#It sinks. ~lead}";
        var question = GiftFile.One<SeveralAnswersQuestion>(Gift);
        Assert.Equal([true, true, true, false, false], question.Choices.Select(choice => choice.IsCorrect));
        Assert.Equal("It sinks.", question.Choices[3].Feedback);
        Assert.Contains("picking all does not pay", Assert.Single(GiftReader.Read(Gift).Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_weight_that_takes_away_what_a_right_choice_earns_is_what_we_do_too() =>
        Assert.Empty(GiftReader.Read("Which float?{~%50%cork ~%50%ice ~%-50%iron}").Notes);

    [Theory]
    [InlineData("Q?{\n=a\n~%50%b\n}", 3, "%50%")]
    [InlineData("Q?{\n=%50%a\n~b\n}", 2, "%50%")]
    [InlineData("Q?{\n=a\n=b\n~c\n}", 3, "More than one choice")]
    [InlineData("Q?{\n~%50%a\n~%50%b\n~%-100%c}", 4, "Write %-50%, or none")]
    [InlineData("Q?{\n~a\n~b\n}", 2, "No choice is right")]
    [InlineData("Q?{\n~%50%a\n~%50%b\n}", 2, "Every choice is right")]
    [InlineData("Q?{\n=a ~\n}", 2, "no words")]
    [InlineData("Q?{\n~a\n=A}", 3, "Two choices are the same")]
    [InlineData("Q?{first\n=a ~b}", 1, "before the first choice")]
    public void Choices_that_are_not_kept_are_refused(string text, int line, string words)
    {
        var faults = GiftReader.Read(text).Faults;
        Assert.Contains(faults, fault => fault.Line == line && fault.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_do_not_share_equally_are_each_refused() =>
        Assert.Equal([2, 3], GiftReader.Read("Q?{\n~%60%a\n~%40%b\n~c}").Faults.Select(fault => fault.Line));

    [Fact]
    public void One_choice_alone_is_refused() => GiftFile.Refuses("Q?{~%100%a}", 1, "only one choice", orMore: true);

    [Theory]
    [InlineData("{T}", true, "", "")]
    [InlineData("{FALSE}", false, "", "")]
    [InlineData("{ TRUE # No. # Yes = ~ good. }", true, "No.", "Yes = ~ good.")]
    [InlineData("{F##Right.}", false, "", "Right.")]
    [InlineData("{F#No.####Why.}", false, "No.", "Why.")]
    public void True_and_false_are_read_with_their_feedback(string answer, bool right, string feedback, string explanation)
    {
        var question = GiftFile.One<TrueFalseQuestion>("It rains." + answer.Replace("= ~ ", "", StringComparison.Ordinal));
        Assert.Equal(
            (right, feedback, explanation.Replace("= ~ ", "", StringComparison.Ordinal)),
            (question.Answer, question.Feedback, question.Explanation));
    }

    [Fact]
    public void True_in_small_letters_is_refused_with_a_hint() => GiftFile.Refuses("It rains.{true}", 1, "T or F", orMore: true);

    [Fact]
    public void Pairs_are_matched_by_arrows()
    {
        var question = GiftFile.One<MatchingQuestion>(
            """
            // [feedback:Paris is elsewhere.] [feedback:] [feedback:Think again.]
            Match. {
                =France -> Paris
                =[html]A &amp; B -> C -> D
                =Peru->Lima
                ####Look at a map.
            }
            """);
        Assert.Equal(
            [new("France", "Paris", "Paris is elsewhere."), new("A & B", "C -> D", ""), new("Peru", "Lima", "Think again.")],
            question.Pairs);
        Assert.Equal("Look at a map.", question.Explanation);
    }

    [Theory]
    [InlineData("Match {=a -> b\n=c -> d}", 1, "at least 3")]
    [InlineData("Match {=a -> b\n=c -> d\n=e}", 3, "=left -> right")]
    [InlineData("Match {=a -> b\n=c -> d\n= -> e}", 3, "Neither side")]
    [InlineData("Match {=a -> b\n=c -> d\n=e -> }", 3, "Neither side")]
    [InlineData("Match {=a -> b\n=c -> d\n=A -> e}", 3, "left sides")]
    [InlineData("Match {=a -> b\n=c -> d\n=e -> b}", 3, "right sides")]
    [InlineData("Match {=a -> b\n=c -> d#no\n=e -> f}", 2, "no feedback")]
    public void Pairs_that_are_not_kept_are_refused(string text, int line, string words) =>
        GiftFile.Refuses(text, line, words, orMore: true);

    [Fact]
    public void Items_in_order_are_read_as_Moodles_ordering_questions_write_them()
    {
        var question = GiftFile.One<OrderingQuestion>(
            """
            // [feedback:Start small.] [explanation:They grow.]
            Put in order. {>3 ALL VERTICAL RELATIVE_ALL_PREVIOUS_AND_NEXT
            ant: ~1 mm
            cat &amp; dog

            elephant = large
            }
            """.Replace("\n\n", "\n", StringComparison.Ordinal));
        Assert.Equal(["ant: ~1 mm", "cat & dog", "elephant = large"], question.Items);
        Assert.Equal(("Start small.", "They grow."), (question.Feedback, question.Explanation));
    }

    [Theory]
    [InlineData("Order {>2 RANDOM\na\nb\nc}", 1, "Only 2 of 3")]
    [InlineData("Order {>\na\nb}", 1, "at least 3")]
    [InlineData("Order {>3 ALL ant\na\nb\nc}", 1, "\"ant\" is no setting")]
    [InlineData("Order {>3 ALL\na\nb\nA}", 4, "Two items")]
    public void Items_that_are_not_kept_are_refused(string text, int line, string words) => GiftFile.Refuses(text, line, words);

    [Fact]
    public void Another_way_to_count_points_for_an_order_is_noted() =>
        Assert.Single(GiftReader.Read("Order {>3 ALL VERTICAL ABSOLUTE_POSITION\na\nb\nc}").Notes);
}
