using System.Text.Json;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using CsCheck;

namespace Classroom.Curriculum.Tests;

/// <summary>What is written is read back the same, or named as unwritten.</summary>
public sealed class GiftRoundTripTests
{
    private const string Letters = "abcXYZ019 äß水🙂~=#{}:\\%*[]<>&\"'.,;/$-+?!n|^_`";

    private static readonly string[] Starts =
        ["", "", "", "[html]", "[plain]", "%50%", "//", "$CATEGORY:", "####", "::", "\\n", "&amp;", "<b>", "TRUE", "*", ">3 ", "[id:x] "];

    // One line, without spaces at an end or in a row, as all plain texts are; now and then what begins like something else.
    private static readonly Gen<string> Words = Gen.Select(
        Gen.Int[0, Starts.Length - 1],
        Gen.Int[0, Letters.EnumerateRunes().Count() - 1].Array[1, 14],
        (start, letters) =>
        {
            var runes = Letters.EnumerateRunes().ToArray();
            var text = Starts[start] + string.Concat(letters.Select(letter => runes[letter]));
            return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : "x";
        }).Select(text => text.Replace("->", "→", StringComparison.Ordinal));

    private static readonly Gen<string> MaybeWords = Gen.OneOf(Words, Gen.Const(""));

    private static readonly Gen<(string Html, string Text)> Prompts = Gen.OneOf(
        Gen.Select(Words, Words, (first, second) => ($"<p>{Encode(first)}<br />{Encode(second)}</p>", $"{first} {second}")),
        Gen.Select(Words, Words, (first, second) => ($"<p>{Encode(first)}</p>\n<p>{Encode(second)}</p>", $"{first} {second}")),
        Gen.Select(Words, Words, (first, second) => (
            $"<p>{Encode(first)} <strong>x</strong></p>\n<ul>\n<li>{Encode(second)}</li>\n</ul>", $"{first} x {second}")));

    private static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static readonly Gen<string[]> Distinct =
        Words.Array[3, 6].Select(texts => texts.Select((text, index) => $"{text}{(char)('a' + index)}").ToArray());

    private static readonly Gen<decimal> Number = Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[0, 4], (digits, places) =>
        digits / new[] { 1m, 10m, 100m, 1000m, 10000m }[places]);

    private static readonly Gen<Question> Kinds = Gen.OneOf(
        Gen.Select(Distinct, Gen.Int[0, 2], MaybeWords, (texts, right, said) => (Question)(Samples.OneAnswer with
        {
            Choices = [.. texts.Select((text, index) => Choice(text, index == right, said))],
        })),
        Gen.Select(Distinct, Gen.Int[1, 2], MaybeWords, (texts, right, said) => (Question)(Samples.SeveralAnswers with
        {
            Choices = [.. texts.Select((text, index) => Choice(text, index < right, said))],
        })),
        Gen.Select(Gen.Bool, MaybeWords, (answer, said) => (Question)(Samples.TrueFalse with { Answer = answer, Feedback = said })),
        Gen.Select(Number, Gen.Int[0, 5], MaybeWords, MaybeWords, (answer, tolerance, said, unit) => (Question)(Samples.Number with
        {
            Answer = answer,
            Tolerance = tolerance / 10m,
            Unit = unit.Length == 0 ? null : unit,
            Mistakes = said.Length == 0 ? [] : [new(answer + 1, said), new(answer - 7.25m, "")],
            Feedback = said,
        })),
        Gen.Select(Distinct, MaybeWords, (texts, said) => (Question)(Samples.ShortAnswer with
        {
            Accept = [$"{texts[0]}1", $"{texts[1]}2"],
            Mistakes = [new($"{texts[2]}3", said)],
            Feedback = said,
        })),
        Gen.Select(Distinct, Distinct, MaybeWords, (lefts, rights, said) => (Question)(Samples.Matching with
        {
            Pairs = [.. lefts.Zip(rights, (left, right) => new MatchingPair(left, right, said))],
        })),
        Gen.Select(Distinct, MaybeWords, (texts, said) => (Question)(Samples.Ordering with { Items = texts, Feedback = said })));

    private static readonly Gen<Question> Questions = Gen.Select(
        Kinds, Prompts, MaybeWords, MaybeWords, MaybeWords, Gen.Bool, (question, prompt, title, hint, why, deep) => question with
        {
            PromptHtml = prompt.Html,
            PromptText = prompt.Text,
            Objective = title,
            Hint = hint,
            Explanation = why,
            Level = deep ? QuestionLevel.Deep : QuestionLevel.Core,
        });

    private static readonly Question[] Real =
        [.. CurriculumLoader.Load(Curriculum.DefaultFolder).Terms.SelectMany(term => term.Quiz?.Questions ?? []).DistinctBy(q => q.Id)];

    [Fact]
    public void Every_question_of_a_kind_that_GIFT_has_is_read_back_the_same() =>
        Questions.Array[1, 4].Sample(generated =>
        {
            var questions = generated.Select((question, index) => question with { Id = $"q-{index}" }).ToList();
            var writing = GiftWriter.Write(questions);
            var reading = GiftReader.Read(writing.Text);
            return writing.Unwritten.Count == 0 && reading.Faults.Count == 0
                && Same(questions, reading.Questions.Select(question => question.Question));
        });

    [Fact]
    public void Every_question_is_the_same_after_it_was_stored_as_JSON()
    {
        Questions.Sample(question => QuestionJson.Read(QuestionJson.Write(question)) is { } back && Same([question], [back]));
        Assert.True(Same(Real, Real.Select(question => QuestionJson.Read(QuestionJson.Write(question))!)));
        foreach (var damaged in new[] { null, "", "[]", "{}", """{"type":"essay"}""", """{"type":"true-false","answer":true}""", "{" })
        {
            Assert.Null(QuestionJson.Read(damaged));
        }
    }

    [Fact]
    public void Every_question_that_GIFT_has_and_every_one_of_the_lessons_keeps_the_rules()
    {
        Questions.Sample(question => QuestionRules.Find(question).Count == 0 && WrittenPrompt.Of(question.PromptHtml) is { } typed
            && WrittenPrompt.Read(typed).Html == question.PromptHtml);
        Assert.All(Real, question => Assert.Empty(QuestionRules.Find(question)));
    }

    [Fact]
    public void The_curriculums_own_questions_are_read_back_the_same_or_named()
    {
        var writing = GiftWriter.Write(Real);
        var unwritten = writing.Unwritten.Select(question => question.Question).ToList();
        var reading = GiftReader.Read(writing.Text);
        Assert.Empty(reading.Faults);
        Assert.True(Same(Real.Except(unwritten), reading.Questions.Select(question => question.Question)));
        Assert.All(unwritten, question => Assert.True(
            question is ReadChartQuestion || question.PromptHtml.Contains("<figure", StringComparison.Ordinal)
            || question.PromptHtml.Contains("<math", StringComparison.Ordinal)
            || question.PromptHtml.Contains("<table", StringComparison.Ordinal),
            $"{question.Id}: {writing.Unwritten.First(other => other.Question == question).Why}"));
    }

    [Fact]
    public void What_GIFT_cannot_hold_is_named_with_its_reason()
    {
        Question[] questions =
        [
            Samples.TrueFalse,
            Samples.ReadChart,
            Samples.TrueFalse with { Objective = "Again" },
            Samples.OneAnswer with { PromptHtml = "<p>See <a href=\"/x\">this</a></p>", PromptText = "See this" },
            Samples.ShortAnswer with { Accept = ["a -> b"] },
            Samples.Ordering with { Items = ["one\nline", "two", "three"] },
            Samples.OneAnswer with { Id = "No Slug" },
            Samples.Number with { Tolerance = -1 },
        ];
        var writing = GiftWriter.Write(questions);
        Assert.Equal(questions.Skip(1), writing.Unwritten.Select(unwritten => unwritten.Question));
        Assert.Equal(
            ["chart", "already", "link", "arrow", "line breaks", "id", "number"],
            writing.Unwritten.Zip(
                ["chart", "already", "link", "arrow", "line breaks", "id", "number"],
                (unwritten, word) => unwritten.Why.Contains(word, StringComparison.Ordinal) ? word : unwritten.Why));
    }

    [Fact]
    public void A_written_question_looks_as_Moodle_reads_it()
    {
        var question = Samples.SeveralAnswers with { Objective = "Pick: two", Level = QuestionLevel.Deep };
        Assert.Equal(
            """
            // [id:several] [level:deep]
            // [hint:h]
            ::Pick\: two::[plain]?{
            	~%50%Choice 0
            	~%-50%Choice 1#Wrong 1.
            	~%50%Choice 2
            	~%-50%Choice 3#Wrong 3.
            	####e
            }


            """,
            GiftWriter.Write([question]).Text);
    }

    private static Choice Choice(string text, bool isCorrect, string said) =>
        new() { Text = text, IsCorrect = isCorrect, Feedback = isCorrect || said.Length == 0 ? null : said };

    private static bool Same(IEnumerable<Question> some, IEnumerable<Question> others) =>
        some.Select(question => JsonSerializer.Serialize<object>(question))
            .SequenceEqual(others.Select(question => JsonSerializer.Serialize<object>(question)));
}
