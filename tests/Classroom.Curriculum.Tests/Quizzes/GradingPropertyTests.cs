using System.Globalization;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using CsCheck;

namespace Classroom.Curriculum.Tests;

/// <summary>What holds for the grade of every question and response.</summary>
public sealed class GradingPropertyTests
{
    private static readonly Gen<int[]> Indexes = Gen.Int[-2, 9].Array[0, 12];

    private static readonly Gen<Response> AnyResponse = Gen.OneOf(
        Gen.Int[-2, 9].Select(choice => (Response)new OneAnswerResponse(choice)),
        Indexes.Select(picks => (Response)new SeveralAnswersResponse(picks)),
        Gen.Bool.Select(answer => (Response)new TrueFalseResponse(answer)),
        Gen.String.Select(text => (Response)new NumberResponse(text)),
        Gen.Double.Select(number => (Response)new NumberResponse(number.ToString())),
        Gen.String.Select(text => (Response)new ShortAnswerResponse(text)),
        Indexes.Select(rights => (Response)new MatchingResponse([.. rights.Select(right => right < 0 ? (int?)null : right)])),
        Indexes.Select(items => (Response)new OrderingResponse(items)));

    private static readonly Gen<SeveralAnswersQuestion> SeveralAnswers = Gen.Bool.Array[2, 8]
        .Where(right => right.Contains(true) && right.Contains(false))
        .Select(right => Samples.SeveralAnswers with
        {
            Choices = Samples.Choices(right.Length, [.. Enumerable.Range(0, right.Length).Where(index => right[index])])
        });

    private static readonly Question[] Real =
        [.. CurriculumLoader.Load(Curriculum.DefaultFolder).Terms.SelectMany(term => term.Quiz?.Questions ?? [])];

    private static readonly Gen<Question> AnyQuestion = Gen.OneOf(
        Gen.Int[0, Real.Length - 1].Select(index => Real[index]),
        Gen.Int[0, Samples.All.Count - 1].Select(index => Samples.All[index]),
        SeveralAnswers.Select(question => (Question)question),
        Gen.Int[3, 8].Select(count => (Question)Samples.MatchingOf(count)),
        Gen.Int[3, 8].Select(count => (Question)Samples.OrderingOf(count)));

    private static double Score(Question question, Response? response) => Grading.Grade(question, response).Score;

    [Fact]
    public void The_right_response_scores_one_without_feedback() =>
        AnyQuestion.Sample(question =>
        {
            var grade = Grading.Grade(question, Samples.Right(question));
            return grade is { Score: 1, IsCorrect: true, Feedback.Count: 0 };
        });

    [Fact]
    public void The_properties_are_tried_on_every_kind_of_question_and_of_response()
    {
        Assert.Equal(Enum.GetValues<QuestionKind>(), Samples.All.Select(question => question.Kind).Distinct().Order());
        var tried = Samples.All.Select(question => Samples.Right(question).GetType()).ToHashSet();
        Assert.All(
            typeof(Response).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Response))), type => Assert.Contains(type, tried));
    }

    /// <summary>
    /// How the countries of the world write numbers in groups of three: separator of groups, before the decimals, minus. The tests run
    /// without ICU, so they are listed.
    /// </summary>
    private static readonly (string Group, string Decimal, string Minus)[] Locales =
    [
        (",", ".", "-"), // United States, United Kingdom, China, Mexico
        (".", ",", "-"), // Germany, Spain, Italy, Brazil, Turkey, Indonesia
        ("\u202f", ",", "-"), // France
        ("\u00a0", ",", "-"), // Poland, Czechia, Ukraine, Canada in French
        ("\u00a0", ",", "\u2212"), // Sweden, Norway, Finland
        ("\u2019", ".", "-"), // Switzerland
        ("'", ".", "-"), // Switzerland, as typed
        (".", ",", "\u2212"), // Slovenia, Croatia
        (" ", ",", "\u2013"), // a word processor's dash
        (" ", ".", "- "), // the international system of units
    ];

    [Fact]
    public void A_number_is_read_as_any_locale_writes_it() =>
        Gen.Select(Gen.Int[-999_999_999, 999_999_999], Gen.Int[0, 4], Gen.Int[0, Locales.Length - 1].Select(place => Locales[place]))
            .Sample((digits, decimals, locale) =>
            {
                var value = digits / (decimal)Math.Pow(10, decimals);
                var question = Samples.Number with { Answer = value, Tolerance = 0 };
                var format = new NumberFormatInfo
                {
                    NumberGroupSeparator = locale.Group,
                    NumberDecimalSeparator = locale.Decimal,
                    NegativeSign = locale.Minus
                };
                return Score(question, new NumberResponse(value.ToString($"N{decimals}", format))) == 1
                    && Score(question, new NumberResponse(value.ToString($"F{decimals}", format) + " " + question.Unit)) == 1;
            });

    [Fact]
    public void No_key_on_the_way_to_a_number_is_called_a_mistake() =>
        Gen.Select(Gen.Int[-999_999_999, 999_999_999], Gen.Int[0, 4], Gen.Int[0, Locales.Length - 1].Select(place => Locales[place]))
            .Sample((digits, decimals, locale) =>
            {
                var format = new NumberFormatInfo
                {
                    NumberGroupSeparator = locale.Group,
                    NumberDecimalSeparator = locale.Decimal,
                    NegativeSign = locale.Minus
                };
                var typed = (digits / (decimal)Math.Pow(10, decimals)).ToString($"N{decimals}", format) + " min";
                return Enumerable.Range(0, typed.Length + 1).All(length => TypedNumber.CanBecome(typed[..length], "min"));
            });

    [Fact]
    public void A_number_that_is_not_the_answer_in_any_way_of_reading_it_scores_zero() =>
        Gen.Select(Gen.Int[-999_999, 999_999], Gen.Int[1, 999_999]).Sample((answer, off) =>
            Score(
                Samples.Number with { Answer = answer, Tolerance = 0 },
                new NumberResponse((answer + off).ToString(CultureInfo.InvariantCulture))) == 0);

    [Fact]
    public void No_response_and_an_empty_one_score_zero() =>
        Gen.Select(AnyQuestion, Gen.Int[0, 2].Select(number => ((string[])["", " ", "\t\n"])[number])).Sample((question, blank) =>
        {
            Response[] empty =
            [
                new SeveralAnswersResponse([]), new NumberResponse(blank), new ShortAnswerResponse(blank), new MatchingResponse([]),
                new MatchingResponse([null, null, null]), new OrderingResponse([]),
            ];
            return empty.Append(null)
                .All(response => Grading.Grade(question, response) is { Score: 0, IsCorrect: false, Feedback.Count: 1 });
        });

    [Fact]
    public void A_response_of_another_kind_scores_zero() =>
        Gen.Select(AnyQuestion, AnyResponse).Where((question, response) => response.GetType() != Samples.Right(question).GetType())
            .Sample((question, response) => Score(question, response) == 0);

    [Fact]
    public void Any_response_scores_within_zero_and_one_and_only_the_right_one_has_no_feedback() =>
        Gen.Select(AnyQuestion, AnyResponse).Sample((question, response) =>
        {
            var grade = Grading.Grade(question, response);
            return grade.Score is >= 0 and <= 1
                && grade.IsCorrect == (grade.Feedback.Count == 0)
                && grade.Feedback.All(line => line.Length > 0);
        });

    [Fact]
    public void One_more_right_pick_never_costs_and_one_more_wrong_pick_never_pays() =>
        Gen.Select(SeveralAnswers, Indexes, Gen.Int[0, 7]).Sample((question, picks, another) =>
        {
            var choice = another % question.Choices.Count;
            var without = picks.Where(pick => pick != choice).ToArray();
            var before = Score(question, new SeveralAnswersResponse(without));
            var after = Score(question, new SeveralAnswersResponse([.. without, choice]));
            return question.Choices[choice].IsCorrect ? after >= before : after <= before;
        });

    [Fact]
    public void Mending_one_match_earns_exactly_one_share() =>
        Gen.Int[3, 8].SelectMany(count => Gen.Select(Gen.Const(count), Gen.Int[0, count - 1].Array[count], Gen.Int[0, count - 1]))
            .Sample((count, rights, mended) =>
            {
                var question = Samples.MatchingOf(count);
                var wrong = rights.Select((right, left) => left == mended ? (int?)null : right).ToArray();
                var better = rights.Select((right, left) => left == mended ? left : (int?)right).ToArray();
                return Math.Abs(
                    Score(question, new MatchingResponse(better)) - Score(question, new MatchingResponse(wrong)) - 1.0 / count) < 1e-12;
            });

    [Fact]
    public void Swapping_two_neighbors_into_order_never_costs() =>
        Gen.Int[3, 8].SelectMany(count => Gen.Select(Gen.Shuffle(Enumerable.Range(0, count).ToArray()), Gen.Int[0, count - 2]))
            .Sample((items, place) =>
            {
                var question = Samples.OrderingOf(items.Length);
                var swapped = items.ToArray();
                (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
                var (worse, better) = items[place] < items[place + 1] ? (swapped, items) : (items, swapped);
                return Score(question, new OrderingResponse(better)) >= Score(question, new OrderingResponse(worse));
            });

    [Fact]
    public void One_more_right_pick_pays_unless_wrong_ones_outweigh_it() =>
        Gen.Select(SeveralAnswers, Indexes).Sample((question, picks) =>
        {
            var mine = picks.Distinct().Where(pick => pick >= 0 && pick < question.Choices.Count).ToList();
            var missing = Enumerable.Range(0, question.Choices.Count)
                .Where(index => question.Choices[index].IsCorrect)
                .Except(mine)
                .ToList();
            var balance = mine.Sum(pick => question.Choices[pick].IsCorrect ? 1 : -1);
            return missing.Count == 0 || balance < 0
                || Score(question, new SeveralAnswersResponse([.. mine, missing[0]])) > Score(question, new SeveralAnswersResponse(mine));
        });

    [Fact]
    public void Any_one_mistake_in_a_right_response_costs_and_leaves_partial_credit_where_there_are_three_parts() =>
        Gen.Select(Gen.Int[3, 8], Gen.Int[0, 6]).Sample((count, at) =>
        {
            var place = at % (count - 1);
            int[] items = [.. Enumerable.Range(0, count)];
            (items[place], items[place + 1]) = (items[place + 1], items[place]);
            var rights = Enumerable.Range(0, count).Select(right => right == place ? null : (int?)right).ToArray();
            return Score(Samples.OrderingOf(count), new OrderingResponse(items)) is > 0 and < 1
                && Score(Samples.MatchingOf(count), new MatchingResponse(rights)) is > 0 and < 1;
        });

    [Fact]
    public void What_is_arranged_holds_everything_once() =>
        Gen.Select(AnyQuestion, Gen.Int).Sample((question, seed) =>
        {
            var order = AttemptPlan.Arrange(question, seed).Order;
            return order.Order().SequenceEqual(Enumerable.Range(0, order.Count)) && order.Count == (Parts(question)?.Count ?? 0);
        });

    [Fact]
    public void Where_things_stood_on_the_screen_never_changes_a_score() =>
        Gen.Select(AnyQuestion, Gen.Int, Gen.Int, Gen.Shuffle(Enumerable.Range(0, 12).ToArray()), Gen.Int[0, 12])
            .Sample((question, seed, otherSeed, wanted, count) =>
            {
                var score = Score(question, Clicked(AttemptPlan.Arrange(question, seed), wanted, count));
                return score == Score(question, Clicked(AttemptPlan.Arrange(question, otherSeed), wanted, count))
                    && Score(
                        question,
                        Clicked(AttemptPlan.Arrange(question, seed), [.. Enumerable.Range(0, 12)], 12)) == RightIfClickedInFileOrder(
                            question);
            });

    /// <summary>The words that are shuffled; null where nothing is.</summary>
    private static List<string>? Parts(Question question) => question switch
    {
        OneAnswerQuestion one => [.. one.Choices.Select(choice => choice.Text)],
        SeveralAnswersQuestion several => [.. several.Choices.Select(choice => choice.Text)],
        MatchingQuestion matching => [.. matching.Pairs.Select(pair => pair.Right)],
        OrderingQuestion ordering => [.. ordering.Items],
        _ => null,
    };

    /// <summary>
    /// The response of somebody who has certain words in mind, looks for them on the screen and answers with what the place where they
    /// stand means. <paramref name="wanted"/> says which words, <paramref name="count"/> how many of them.
    /// </summary>
    private static Response? Clicked(PlannedQuestion planned, int[] wanted, int count)
    {
        var question = planned.Question;
        if (Parts(question) is not { } words)
        {
            return Samples.Right(question);
        }

        var onScreen = planned.Order.Select(index => words[index]).ToList();
        int[] clicked =
            [.. wanted.Where(word => word < words.Count).Take(count).Select(word => planned.Order[onScreen.IndexOf(words[word])])];
        return question switch
        {
            OneAnswerQuestion => clicked is [var only, ..] ? new OneAnswerResponse(only) : null,
            SeveralAnswersQuestion => new SeveralAnswersResponse(clicked),
            MatchingQuestion => new MatchingResponse([.. clicked.Cast<int?>()]),
            _ => new OrderingResponse(clicked),
        };
    }

    private static double RightIfClickedInFileOrder(Question question) => question switch
    {
        OneAnswerQuestion one => one.Choices[0].IsCorrect ? 1 : 0,
        SeveralAnswersQuestion several => Score(several, new SeveralAnswersResponse([.. Enumerable.Range(0, several.Choices.Count)])),
        _ => 1,
    };

    [Fact]
    public void Grading_twice_gives_the_same() =>
        Gen.Select(AnyQuestion, AnyResponse).Sample((question, response) =>
            Grading.Grade(question, response).Feedback.SequenceEqual(Grading.Grade(question, response).Feedback)
            && Score(question, response) == Score(question, response));
}
