using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum.Tests;

/// <summary>What the questions of the shipped quizzes say, compared with their lessons, their charts and their own hints.</summary>
public sealed partial class QuizWordingTests
{
    private const int FewWords = 1;

    private static readonly string[] Fillers =
        [
            .. "the a an of to and or in on is are it its for with as that this not no by at be from what which how than one two many does do you will into more each was left after may another"
                .Split(
                    ' ')];

    private static readonly Lazy<Curriculum> Content = new(() => CurriculumLoader.Load(Curriculum.DefaultFolder));

    private static IEnumerable<(Term Term, Question Question)> Questions =>
        Content.Value.Terms.SelectMany(term => term.Quiz!.Questions, (term, question) => (term, question));

    [Fact]
    public void The_training_loss_has_one_name_in_all_content()
    {
        var files = Directory.EnumerateFiles(Curriculum.DefaultFolder, "*.*", SearchOption.AllDirectories);

        // A quiz knows the short name where a student may type it.
        var found = files.SelectMany(File.ReadLines, (file, line) => (file, line))
            .Where(entry => entry.line.Contains("train loss", StringComparison.OrdinalIgnoreCase)
                && entry.line.Trim() != "- text: train loss");

        Assert.Empty(found);
    }

    [Fact]
    public void A_hint_does_not_say_the_right_answer()
    {
        foreach (var (term, question) in Questions)
        {
            var (right, wrong) = question switch
            {
                OneAnswerQuestion one => (one.Choices.Where(choice => choice.IsCorrect), one.Choices.Where(choice => !choice.IsCorrect)),
                SeveralAnswersQuestion several =>
                    (several.Choices.Where(choice => choice.IsCorrect), several.Choices.Where(choice => !choice.IsCorrect)),
                _ => ([], []),
            };
            HashSet<string> elsewhere = [.. Words(question.PromptText), .. wrong.SelectMany(choice => Words(choice.Text))];
            Assert.All(right, choice => Assert.True(
                Words(question.Hint).Intersect(Words(choice.Text)).Except(elsewhere).ToList() is { Count: <= FewWords },
                $"{term.Slug}, {question.Id}: the hint says \"{question.Hint}\", and only the right choice sounds like it: "
                    + $"\"{choice.Text}\"."));
            if (question is ShortAnswerQuestion typed)
            {
                Assert.All(typed.Accept, answer => Assert.DoesNotMatch($@"(?i)\b{Regex.Escape(answer)}\b", question.Hint));
            }
        }
    }

    [Fact]
    public void Plain_text_holds_no_Markdown_emphasis()
    {
        foreach (var (term, question) in Questions)
        {
            Assert.All(
                PlainTexts(question),
                text => Assert.False(
                    Emphasis().IsMatch(text), $"{term.Slug}, {question.Id}: \"{text}\" would be shown with its stars or underscores."));
        }
    }

    [Fact]
    public void What_a_classifier_answers_is_not_said_by_the_hint() =>
        Assert.DoesNotContain(
            "list", Question("image-classification", "which-question-it-answers").Hint, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_numbers_in_an_explanation_are_those_of_its_chart()
    {
        var told = 0;
        foreach (var (term, question) in Questions.Where(entry => entry.Question is ReadChartQuestion))
        {
            foreach (var sentence in Sentences().Split(question.Explanation))
            {
                int? epoch = AfterEpochs().Match(sentence) is { Success: true } after
                    ? int.Parse(after.Groups[1].Value, CultureInfo.InvariantCulture)
                    : null;
                var recorded = Recorded(term.Slug, question.Id, epoch).Select(Rounded).ToHashSet();
                foreach (Match number in TwoDecimals().Matches(sentence))
                {
                    told++;
                    Assert.True(
                        recorded.Contains(number.Value),
                        $"{term.Slug}, {question.Id}: {number.Value} is no number of the chart, or not of that epoch.");
                }
            }
        }

        Assert.True(told > 20);
    }

    [Fact]
    public void A_number_question_is_not_answered_by_a_line_of_its_lesson()
    {
        foreach (var (term, question) in Questions)
        {
            if (question is not NumberQuestion number)
            {
                continue;
            }

            var asked = Numbers(question.PromptText)
                .Append(number.Answer.ToString(CultureInfo.InvariantCulture))
                .Where(IsTelling)
                .ToHashSet();
            var lines = File.ReadLines(Path.Combine(Curriculum.DefaultFolder, term.Slug, "lesson.md"))
                .Where(line => !line.StartsWith("![", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => asked.Count > 1 && asked.IsSubsetOf(Numbers(line)));
        }
    }

    [Theory]
    [InlineData("feature-extraction", "borrowed-extractor", "transfer learning", "Feature extraction", "linear probing")]
    [InlineData("hyperparameter", "name-the-search", "grid search", "exhaustive search", "hyperparameter sweep")]
    [InlineData("supervised-learning", "name-the-answer", "label", "target", "annotation")]
    [InlineData("batch", "step-by-name", "step", "optimizer step", "parameter update")]
    [InlineData("recurrent-neural-network", "name-the-memory", "hidden state", "recurrent state")]
    [InlineData("convolutional-neural-network", "name-the-result", "feature map", "activation map")]
    public void A_thing_may_be_called_all_that_the_field_calls_it(string slug, string id, params string[] names) =>
        Assert.All(names, name => Assert.True(Grading.Grade(Question(slug, id), new ShortAnswerResponse(name)).IsCorrect, name));

    /// <summary>All that the question shows besides its prompt.</summary>
    private static IEnumerable<string> PlainTexts(Question question)
    {
        IEnumerable<string?> own = question switch
        {
            OneAnswerQuestion one => one.Choices.SelectMany(choice => new[] { choice.Text, choice.Feedback }),
            SeveralAnswersQuestion several => several.Choices.SelectMany(choice => new[] { choice.Text, choice.Feedback }),
            TrueFalseQuestion claim => [claim.Feedback],
            NumberQuestion number => [number.Unit, number.Feedback, .. number.Mistakes.Select(mistake => mistake.Feedback)],
            ShortAnswerQuestion typed => [.. typed.Accept, typed.Feedback, .. typed.Mistakes.Select(mistake => mistake.Feedback)],
            MatchingQuestion matching => matching.Pairs.SelectMany(pair => new[] { pair.Left, pair.Right, pair.Feedback }),
            OrderingQuestion ordering => [.. ordering.Items, ordering.Feedback],
            _ => throw new InvalidOperationException($"What does a question of kind {question.Kind} show?"),
        };
        return [question.Objective, question.Hint, question.Explanation, .. own.OfType<string>()];
    }

    private static Question Question(string slug, string id) => Content.Value.Find(slug)!.Quiz!.Find(id)!;

    /// <summary>
    /// The values of the question's chart: of one epoch, or all of them and how far the loss of each run moves from step to step.
    /// </summary>
    private static IEnumerable<double> Recorded(string slug, string id, int? epoch)
    {
        var folder = Path.Combine(Curriculum.DefaultFolder, slug);
        var quiz = File.ReadAllText(Path.Combine(folder, "quiz.yaml"));
        var chart = ChartName().Match(quiz, quiz.IndexOf($"- id: {id}\n", StringComparison.Ordinal)).Groups[1].Value;
        using var recording = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, chart)));
        foreach (var run in recording.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (var value in run.GetProperty("epochs")
                .EnumerateArray()
                .Where(row => epoch is null || row.GetProperty("epoch").GetInt32() == epoch)
                .SelectMany(row => row.EnumerateObject()))
            {
                yield return value.Value.GetDouble();
            }

            if (epoch is null && run.TryGetProperty("steps", out var steps))
            {
                var losses = steps.EnumerateArray().Select(step => step.GetDouble()).ToList();
                foreach (var value in losses.Append(losses.Zip(losses.Skip(1), (one, next) => Math.Abs(next - one)).Average()))
                {
                    yield return value;
                }
            }
        }
    }

    private static string Rounded(double value) =>
        Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture);

    private static bool IsTelling(string number) => number.Contains('.', StringComparison.Ordinal) || number.Length > 1;

    private static IEnumerable<string> Words(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(word => word.Value).Where(word => word.Length > 2 && !Fillers.Contains(word));

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(number => number.Value)];

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Word();

    // Neither a product such as 2 * 3 nor a name such as best_loss.
    [GeneratedRegex(@"(?<!\w)(\*\*?|__?)\S(.*?\S)?\1(?!\w)")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[.!?]) (?=[A-Z])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^After (\d+) epochs")]
    private static partial Regex AfterEpochs();

    // What follows "≈" has been computed.
    [GeneratedRegex(@"(?<![\d.]|≈ )\d+\.\d\d(?!\d)")]
    private static partial Regex TwoDecimals();

    [GeneratedRegex(@"chart: (charts/\S+)")]
    private static partial Regex ChartName();
}
