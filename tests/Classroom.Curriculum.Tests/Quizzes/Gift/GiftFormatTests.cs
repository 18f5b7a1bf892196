using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;

namespace Classroom.Curriculum.Tests;

/// <summary>What stands around the answers: titles, comments, categories, formats, escapes, lines.</summary>
public sealed class GiftFormatTests
{
    [Fact]
    public void A_title_is_the_objective_and_general_feedback_the_explanation()
    {
        var question = GiftFile.One<TrueFalseQuestion>("::Seasons:: Winter is cold. {T#It snows.####Ice melts at 0 °C.}");
        Assert.Equal(("Seasons", "Winter is cold.", "Ice melts at 0 °C."), (question.Objective, question.PromptText, question.Explanation));
    }

    [Fact]
    public void A_question_without_title_feedback_or_id_has_empty_texts_and_an_id_of_its_line()
    {
        var question = GiftFile.One<TrueFalseQuestion>("\n\nWinter is cold.{T}");
        Assert.Equal(("line-3", "", "", "", ""), (question.Id, question.Objective, question.Explanation, question.Feedback, question.Hint));
    }

    [Fact]
    public void Comments_are_passed_over_wherever_they_stand()
    {
        var reading = GiftReader.Read(
            """
            // A heading { that = means ~ nothing }

              // indented
            Which is a fruit? {
            // the right one
            =plum
            ~pebble
            }
            // the end
            """);
        Assert.Empty(reading.Faults);
        Assert.Equal((4, "Which is a fruit?"), (reading.Questions[0].Line, reading.Questions[0].Question.PromptText));
    }

    [Fact]
    public void Comments_give_id_tags_level_and_hint()
    {
        var reading = GiftReader.Read(
            """
            // [id:fruit-1] [tag:Plants] and [tag:a \] bracket]
            // [tags:easy, Plants] [level:deep] [hint:It grows on trees.] [other:thing]
            Which is a fruit? {=plum ~pebble}
            """);
        Assert.Empty(reading.Faults);
        var (question, _, _, tags) = reading.Questions[0];
        Assert.Equal(("fruit-1", QuestionLevel.Deep, "It grows on trees."), (question.Id, question.Level, question.Hint));
        Assert.Equal(["Plants", "a ] bracket", "easy"], tags);
    }

    [Fact]
    public void An_id_that_is_no_id_here_is_replaced_with_a_note_and_a_double_one_is_refused()
    {
        var note = Assert.Single(GiftReader.Read("// [id:Ch1_Q3]\nIt rains.{T}").Notes);
        Assert.Equal(1, note.Line);
        var reading = GiftReader.Read("// [id:rain]\nIt rains.{T}\n\n// [id:rain]\nIt pours.{F}");
        Assert.Single(reading.Questions);
        Assert.Equal("Line 4: The question in line 1 has the id \"rain\" already. Change one of the two, or take it out.",
            Assert.Single(reading.Faults).ToString());
    }

    [Fact]
    public void An_unknown_level_is_refused() =>
        GiftFile.Refuses("// [level:hard]\nIt rains.{T}", 1, "core or deep");

    [Fact]
    public void A_category_holds_for_what_follows()
    {
        var reading = GiftReader.Read("It rains.{T}\n\n$CATEGORY: Course/Weather\n\nIt pours.{F}\n\nIt snows.{F}");
        Assert.Empty(reading.Faults);
        Assert.Equal([null, "Course/Weather", "Course/Weather"], reading.Questions.Select(question => question.Category));
    }

    [Fact]
    public void A_category_needs_blank_lines_around_it_and_a_name()
    {
        GiftFile.Refuses("$CATEGORY: Weather\nIt rains.{T}", 1, "blank line after");
        GiftFile.Refuses("It rains.{T}\n$CATEGORY: Weather", 2, "blank line before");
        GiftFile.Refuses("$CATEGORY:  ", 1, "name");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_kind_of_line_end_and_a_byte_order_mark_are_read(string end)
    {
        var reading = GiftReader.Read("\uFEFF" + string.Join(end, "It rains.{T}", " \t", "", "Rain is {", "~dry", "=wet", "}"));
        Assert.Empty(reading.Faults);
        Assert.Equal([1, 4], reading.Questions.Select(question => question.Line));
    }

    [Fact]
    public void Escaped_signs_are_letters()
    {
        var question = GiftFile.One<OneAnswerQuestion>(@"\::x\:: Which is a set\: \{1\} or 1 \\ 2? {=\{1\} \= \#1 \~ \d ~1 \\ 2}");
        Assert.Equal(@"::x:: Which is a set: {1} or 1 \ 2?", question.PromptText);
        Assert.Equal([@"{1} = #1 ~ \d", @"1 \ 2"], question.Choices.Select(choice => choice.Text));
    }

    [Fact]
    public void A_line_end_is_a_space_and_a_written_one_a_line_break()
    {
        var question = GiftFile.One<TrueFalseQuestion>("Roses are red,\nviolets\\nare blue.\\n\\nSo it <3 rhymes. {F}");
        Assert.Equal("<p>Roses are red, violets<br />are blue.</p>\n<p>So it &lt;3 rhymes.</p>", question.PromptHtml);
        Assert.Equal("Roses are red, violets are blue. So it <3 rhymes.", question.PromptText);
    }

    [Fact]
    public void Words_after_the_braces_leave_a_gap()
    {
        Assert.Equal("Snow is _____ in summer.", GiftFile.One<OneAnswerQuestion>("Snow is {=rare ~usual} in summer.").PromptText);
        Assert.Equal("What is 2 + 3? _____.", GiftFile.One<NumberQuestion>("What is 2 + 3? {#5}.").PromptText);
        Assert.Equal("_____ is a star.", GiftFile.One<ShortAnswerQuestion>("::Stars:: {=Sirius} is a star.").PromptText);
    }

    [Fact]
    public void Unicode_stays_as_it_is() =>
        Assert.Equal("Was heißt 水? 🙂", GiftFile.One<ShortAnswerQuestion>("Was heißt 水? 🙂 {=Wasser}").PromptText);

    [Theory]
    [InlineData("Just some words\nin two lines.", 1, "description")]
    [InlineData("What do you\nthink? {}", 2, "essay")]
    [InlineData("What do you think? { ####Thanks. }", 1, "essay")]
    [InlineData("Which?\n{=a ~b", 2, "not closed")]
    [InlineData("Which? =a ~b}", 1, "without a {")]
    [InlineData("Which {=a\n~{b} }", 2, "inside the braces")]
    [InlineData("Which {=a ~b} is\n{=c ~d}?", 2, "one pair of braces")]
    [InlineData("Which {=a ~b}}", 1, "one pair of braces")]
    [InlineData("{=a ~b}", 1, "no question")]
    [InlineData("::Title {T}", 1, "not closed")]
    [InlineData("It rains.{T####first####second}", 1, "comes last, once")]
    [InlineData("Which? {=a ####all\n~b}", 2, "comes last")]
    [InlineData("It rai\u0001ns.{T}", 1, "U+0001")]
    [InlineData("It rai\u202Ens.{T}", 1, "U+202E")]
    [InlineData("It rai\uFFFDns.{T}", 1, "UTF-8")]
    public void What_cannot_be_read_is_refused_in_its_line(string text, int line, string words) => GiftFile.Refuses(text, line, words);

    [Fact]
    public void A_blank_line_inside_the_braces_ends_the_question()
    {
        var faults = GiftReader.Read("Which?{=a\n\n~b}").Faults;
        Assert.Equal([1, 3], faults.Select(fault => fault.Line));
        Assert.Contains("Blank lines end a question", faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_around_a_refused_question_is_read_and_all_faults_are_told()
    {
        var reading = GiftReader.Read("A.{T}\n\nB\n\nC.{F}\n\nD? {\n=x#\n~%7%y\n~%-3%}\n\nE.{T}");
        Assert.Equal(["A.", "C.", "E."], reading.Questions.Select(question => question.Question.PromptText));
        Assert.Equal([3, 9, 10, 10], reading.Faults.Select(fault => fault.Line));
    }
}
