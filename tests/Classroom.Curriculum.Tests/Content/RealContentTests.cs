using Classroom.Curriculum.Lessons;
using Classroom.Curriculum.Loading;
using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Terms;

namespace Classroom.Curriculum.Tests;

/// <summary>The content that is shipped: what the curriculum promises beyond what loading checks.</summary>
public sealed class RealContentTests(ITestOutputHelper output)
{
    private const double MaxCoreGrade = 8;
    private const double MaxLongestShare = 0.4;
    private const int MinQuestions = 12;
    private const int MinKinds = 3;
    private const int MinBank = 240;
    private const int Places = 4;

    private static readonly Lazy<Curriculum> Content = new(() => CurriculumLoader.Load(Curriculum.DefaultFolder));

    private static IEnumerable<Term> Lessons => Content.Value.Terms.Where(term => term.HasLesson);

    private static IReadOnlyList<(string Slug, string Id, IReadOnlyList<Choice> Choices)> ChoiceQuestions { get; } =
    [
        .. from term in Lessons
           from question in term.Quiz!.Questions
           let choices = question switch
           {
               OneAnswerQuestion one => one.Choices,
               SeveralAnswersQuestion several => several.Choices,
               _ => null,
           }
           where choices is not null
           select (term.Slug, question.Id, choices),
    ];

    private static IReadOnlyList<(string Slug, string Id, IReadOnlyList<Choice> Choices)> SingleAnswers { get; } =
        [.. ChoiceQuestions.Where(question => Content.Value.Find(question.Slug)!.Quiz!.Find(question.Id) is OneAnswerQuestion)];

    [Fact]
    public void The_twenty_terms_are_there_under_their_lasting_addresses() =>
        Assert.Equal(
            [
                "activation-function", "artificial-neural-network", "backpropagation", "batch", "convolutional-neural-network",
                "deep-learning", "epoch",
                "feature-extraction", "gradient-descent", "hyperparameter", "image-classification", "loss-function", "neural-network",
                "overfitting",
                "pooling-layer", "recurrent-neural-network", "supervised-learning", "transfer-learning", "unsupervised-learning",
                "vanishing-gradient-problem",
            ],
            Content.Value.Terms.Select(term => term.Slug).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_term_hangs_together_with_the_others()
    {
        Assert.All(Content.Value.Terms, term => Assert.True(
            term.Prerequisites.Count + term.LeadsTo.Count > 0,
            $"{term.Slug} has no prerequisite and leads nowhere: it would stand alone on the map."));
        Assert.Contains(Content.Value.Terms, term => term.Prerequisites.Count == 0);
    }

    [Fact]
    public void Every_definition_is_one_sentence() =>
        Assert.All(Content.Value.Terms, term => Assert.Matches("^[A-Z][^.!?]*[.]$", term.Definition));

    [Fact]
    public void Every_term_has_a_whole_lesson_at_both_levels()
    {
        Assert.All(Content.Value.Terms, term => Assert.True(term.HasLesson, $"{term.Slug} has no lesson."));
        Assert.All(
            Lessons.SelectMany(term => new[] { (term.Slug, Level: term.Lesson!.Core), (term.Slug, Level: term.Lesson.Deep) }), lesson =>
            {
                Assert.Equal(Enum.GetValues<SectionKind>(), lesson.Level.Sections.Select(section => section.Kind).Distinct().Order());
                Assert.Contains("<figure", lesson.Level.Html, StringComparison.Ordinal);
            });
        Assert.All(Lessons, term => Assert.Contains("<math", term.Lesson!.Deep.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void Core_lessons_read_at_grade_eight_or_below()
    {
        var grades = Lessons.Select(term => (term.Slug, Core: ReadingLevel.FleschKincaidGrade(
            term.Lesson!.Core.Text), Deep: ReadingLevel.FleschKincaidGrade(term.Lesson.Deep.Text))).ToList();

        output.WriteLine($"{"term",-30} {"core",6} {"deep",6}   (Flesch–Kincaid grade)");
        grades.ForEach(grade => output.WriteLine($"{grade.Slug,-30} {grade.Core,6:F1} {grade.Deep,6:F1}"));

        Assert.All(
            grades,
            grade => Assert.True(
                grade.Core <= MaxCoreGrade,
                $"{grade.Slug}: grade {grade.Core:F1}, at most {MaxCoreGrade} is wanted; shorten sentences and words."));
    }

    [Fact]
    public void The_bank_has_240_questions_of_eight_kinds()
    {
        var bank = Lessons.SelectMany(term => term.Quiz!.Questions, (term, question) => (term.Slug, question.Kind)).ToList();
        output.WriteLine($"{bank.Count} questions: "
            + $"{string.Join(", ", bank.GroupBy(question => question.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Count()} {kind.Key}"))}");

        Assert.True(bank.Count >= MinBank, $"{bank.Count} questions, at least {MinBank} are wanted.");
        Assert.Equal(Enum.GetValues<QuestionKind>(), bank.Select(question => question.Kind).Distinct().Order());
        Assert.True(Enum.GetValues<QuestionKind>().Length >= 8);
    }

    [Fact]
    public void Every_level_of_every_quiz_has_twelve_questions_of_three_kinds()
    {
        output.WriteLine($"{"term",-30} {"core",14} {"all, for deep",18}");
        foreach (var term in Lessons)
        {
            var counts = Enum.GetValues<QuestionLevel>().Select(level => term.Quiz!.For(level).Questions)
                .Select(questions => (Questions: questions.Count, Kinds: questions.DistinctBy(question => question.Kind).Count())).ToList();
            output.WriteLine(
                $"{term.Slug,-30} {string.Join("    ", counts.Select(count => $"{count.Questions,3} of {count.Kinds} kinds"))}");

            Assert.All(
                counts,
                count => Assert.True(
                    count.Questions >= MinQuestions && count.Kinds >= MinKinds,
                    $"{term.Slug}: {count.Questions} questions of {count.Kinds} kinds, at least {MinQuestions} of {MinKinds} are wanted."));
        }
        var questions = Lessons.SelectMany(term => term.Quiz!.Questions).ToList();
        output.WriteLine($"{questions.Count(question => question.Level == QuestionLevel.Deep)} of {questions.Count} questions are deep.");
    }

    /// <summary>Words that only the deep lesson of a term explains.</summary>
    [Theory]
    [InlineData("activation-function", "theorem|gradient")]
    [InlineData("backpropagation", "δ|chain rule|finite difference|automatic differentiation")]
    [InlineData("convolutional-neural-network", "padding|stride|receptive")]
    [InlineData("deep-learning", "skip connection|residual|zigzag")]
    [InlineData("feature-extraction", "standard deviation|linear classifier")]
    [InlineData("gradient-descent", "curvature|momentum|η")]
    [InlineData("hyperparameter", "log scale|test set|SGD")]
    [InlineData("image-classification", "softmax|precision|recall|threshold|standard error")]
    [InlineData("loss-function", "softmax|median|likelihood|slope of")]
    [InlineData("neural-network", "leaky|Hebb")]
    [InlineData("pooling-layer", "stride|global|gradient")]
    [InlineData("recurrent-neural-network", "candidate|update gate")]
    [InlineData("supervised-learning", "self-supervised|flipped")]
    [InlineData("unsupervised-learning", "purity|encoder e|decoder")]
    public void A_core_question_asks_nothing_in_the_words_of_the_deep_lesson(string slug, string words)
    {
        foreach (var question in Content.Value.Find(slug)!.Quiz!.For(QuestionLevel.Core).Questions)
        {
            var choices = question switch
            {
                OneAnswerQuestion one => one.Choices,
                SeveralAnswersQuestion several => several.Choices,
                _ => [],
            };
            Assert.All(
                [question.PromptText, question.Hint, .. choices.Select(choice => choice.Text)],
                text => Assert.DoesNotMatch($"(?i)\\b({words})", text));
        }
    }

    [Fact]
    public void Every_wrong_choice_has_feedback_of_its_own()
    {
        foreach (var (slug, id, choices) in ChoiceQuestions)
        {
            var feedback = choices.Where(choice => !choice.IsCorrect).Select(choice => choice.Feedback).ToList();
            Assert.All(feedback, text => Assert.False(string.IsNullOrWhiteSpace(text), $"{slug}, {id}: a wrong choice has no feedback."));
            Assert.True(
                feedback.Distinct(StringComparer.OrdinalIgnoreCase).Count() == feedback.Count,
                $"{slug}, {id}: two wrong choices share their feedback.");
        }
    }

    [Fact]
    public void The_right_answer_stands_in_every_place_about_as_often()
    {
        var places = SingleAnswers.Select(question => question.Choices.ToList().FindIndex(choice => choice.IsCorrect)).ToList();

        // Where the choices are the runs of a chart, there are as many as runs.
        var free = SingleAnswers.Where(
            question => Content.Value.Find(question.Slug)!.Quiz!.Find(question.Id) is not ReadChartQuestion { ChoicesAreRuns: true });
        Assert.All(
            free,
            question => Assert.True(
                question.Choices.Count == Places,
                $"{question.Slug}, {question.Id}: {question.Choices.Count} choices, {Places} are wanted."));
        for (var place = 0; place < Places; place++)
        {
            var share = places.Count(right => right == place) / (double)places.Count;
            output.WriteLine($"The right answer stands at place {place + 1} in {share:P0} of {places.Count} questions.");
            Assert.InRange(share, 0.15, 0.35);
        }
    }

    [Fact]
    public void The_right_answer_is_seldom_the_longest()
    {
        var telling = SingleAnswers.Where(question => question.Choices.Single(choice => choice.IsCorrect).Text.Length
            > question.Choices.Where(choice => !choice.IsCorrect).Max(choice => choice.Text.Length)).ToList();

        output.WriteLine($"The right answer is the longest in {telling.Count} of {SingleAnswers.Count} questions.");
        telling.ForEach(question => output.WriteLine($"  {question.Slug}: {question.Id}"));

        Assert.NotEmpty(SingleAnswers);
        Assert.True(
            telling.Count <= MaxLongestShare * SingleAnswers.Count,
            $"The right answer is the longest in {telling.Count} of {SingleAnswers.Count} questions; at most 40% may tell it that way.");
    }

    [Fact]
    public void Every_question_can_be_answered_rightly()
    {
        var questions = Lessons.SelectMany(term => term.Quiz!.Questions);

        Assert.All(questions, question => Assert.True(Grading.Grade(question, Samples.Right(question)).IsCorrect, question.Id));
    }

    [Fact]
    public void No_page_holds_what_the_security_policy_would_stop()
    {
        var pages = Lessons.SelectMany(term => new[] { term.Lesson!.Core.Html, term.Lesson.Deep.Html }.Concat(
            term.Quiz!.Questions.Select(question => question.PromptHtml + (question as ReadChartQuestion)?.ChartHtml)))
            .Concat(Content.Value.Terms.Select(term => term.GlyphSvg));

        Assert.All(pages, page => Assert.DoesNotMatch("(?i) style=|<style|<script| on[a-z]+=|javascript:", page));
    }
}
