namespace Classroom.Curriculum.Tests;

/// <summary>The content that is shipped: what the curriculum promises beyond what loading checks.</summary>
public sealed class RealContentTests(ITestOutputHelper output)
{
    private const double MaxCoreGrade = 8;
    private const double MaxLongestShare = 0.4;

    private static readonly Lazy<Curriculum> Content = new(() => Curriculum.Load(Curriculum.DefaultFolder));

    private static IEnumerable<Term> Lessons => Content.Value.Terms.Where(term => term.HasLesson);

    [Fact]
    public void The_twenty_terms_are_there_under_their_lasting_addresses() =>
        Assert.Equal(
            [
                "activation-function", "artificial-neural-network", "backpropagation", "batch", "convolutional-neural-network", "deep-learning", "epoch",
                "feature-extraction", "gradient-descent", "hyperparameter", "image-classification", "loss-function", "neural-network", "overfitting",
                "pooling-layer", "recurrent-neural-network", "supervised-learning", "transfer-learning", "unsupervised-learning", "vanishing-gradient-problem",
            ],
            Content.Value.Terms.Select(term => term.Slug).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_term_hangs_together_with_the_others()
    {
        Assert.All(Content.Value.Terms, term => Assert.True(
            term.Prerequisites.Count + term.LeadsTo.Count > 0, $"{term.Slug} has no prerequisite and leads nowhere: it would stand alone on the map."));
        Assert.Contains(Content.Value.Terms, term => term.Prerequisites.Count == 0);
    }

    [Fact]
    public void Every_definition_is_one_sentence() =>
        Assert.All(Content.Value.Terms, term => Assert.Matches("^[A-Z][^.!?]*[.]$", term.Definition));

    [Fact]
    public void There_are_lessons() => Assert.NotEmpty(Lessons);

    [Fact]
    public void Core_lessons_read_at_grade_eight_or_below()
    {
        var grades = Lessons.Select(term => (term.Slug, Core: ReadingLevel.FleschKincaidGrade(term.Lesson!.Core.Text), Deep: ReadingLevel.FleschKincaidGrade(term.Lesson.Deep.Text))).ToList();

        output.WriteLine($"{"term",-30} {"core",6} {"deep",6}   (Flesch–Kincaid grade)");
        grades.ForEach(grade => output.WriteLine($"{grade.Slug,-30} {grade.Core,6:F1} {grade.Deep,6:F1}"));

        Assert.All(grades, grade => Assert.True(grade.Core <= MaxCoreGrade, $"{grade.Slug}: grade {grade.Core:F1}, at most {MaxCoreGrade} is wanted; shorten sentences and words."));
    }

    [Fact]
    public void Every_quiz_has_twelve_questions_of_three_kinds_and_the_bank_has_five()
    {
        Assert.All(Lessons, term => Assert.True(term.Quiz!.Questions.Count >= 12, term.Slug));
        Assert.All(Lessons, term => Assert.True(term.Quiz!.Questions.DistinctBy(question => question.Kind).Count() >= 3, term.Slug));
        Assert.True(Lessons.SelectMany(term => term.Quiz!.Questions).DistinctBy(question => question.Kind).Count() >= 5);
    }

    [Fact]
    public void The_right_answer_is_seldom_the_longest()
    {
        var questions = Lessons.SelectMany(term => term.Quiz!.Questions.OfType<OneAnswerQuestion>(), (term, question) => (term.Slug, Question: question)).ToList();
        var telling = questions.Where(item => item.Question.Choices.Single(choice => choice.IsCorrect).Text.Length
            > item.Question.Choices.Where(choice => !choice.IsCorrect).Max(choice => choice.Text.Length)).ToList();

        output.WriteLine($"The right answer is the longest in {telling.Count} of {questions.Count} questions.");
        telling.ForEach(item => output.WriteLine($"  {item.Slug}: {item.Question.Id}"));

        Assert.NotEmpty(questions);
        Assert.True(telling.Count <= MaxLongestShare * questions.Count, $"The right answer is the longest in {telling.Count} of {questions.Count} questions; at most 40 % may tell it that way.");
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
        var pages = Lessons.SelectMany(term => new[] { term.Lesson!.Core.Html, term.Lesson.Deep.Html }.Concat(term.Quiz!.Questions.Select(question => question.PromptHtml + (question as ReadChartQuestion)?.ChartHtml)))
            .Concat(Content.Value.Terms.Select(term => term.GlyphSvg));

        Assert.All(pages, page => Assert.DoesNotMatch("(?i) style=|<style|<script| on[a-z]+=|javascript:", page));
    }
}
