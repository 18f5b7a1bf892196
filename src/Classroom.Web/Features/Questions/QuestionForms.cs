using Classroom.Curriculum.Quizzes;
using Classroom.Curriculum.Quizzes.Gift;
using Classroom.School.Questions;
using Classroom.Web.Features.Quizzes;

namespace Classroom.Web.Features.Questions;

/// <summary>Forms of questions that are there already.</summary>
public static class QuestionForms
{
    public static QuestionForm Of(StoredQuestion stored)
    {
        var question = stored.Question;
        var typed = WrittenPrompt.Of(question.PromptHtml);
        return new QuestionForm
        {
            Kind = question.Kind,
            Prompt = typed ?? "",
            FixedPrompt = typed is null ? (question.PromptHtml, question.PromptText) : null,
            Picture = question.Picture,
            Alt = question.Picture?.Alt ?? "",
            Title = question.Objective,
            Hint = question.Hint,
            Explanation = question.Explanation,
            IsDeep = question.Level == QuestionLevel.Deep,
            Tags = string.Join(", ", stored.Tags),
            Rows = Rows(question),
            Mistakes = Mistakes(question),
            IsTrue = question is not TrueFalseQuestion { Answer: false },
            Number = question is NumberQuestion number ? Answers.Plain(number.Answer) : "",
            Tolerance = question is NumberQuestion { Tolerance: > 0 } near ? Answers.Plain(near.Tolerance) : "",
            Unit = (question as NumberQuestion)?.Unit ?? "",
            Feedback = question switch
            {
                TrueFalseQuestion truth => truth.Feedback,
                NumberQuestion numeric => numeric.Feedback,
                ShortAnswerQuestion words => words.Feedback,
                OrderingQuestion ordering => ordering.Feedback,
                _ => "",
            },
            ChartHtml = (question as ReadChartQuestion)?.ChartHtml ?? "",
            ChoicesAreRuns = question is ReadChartQuestion { ChoicesAreRuns: true },
        }.WithRoom();
    }

    private static List<AnswerRow> Rows(Question question) => question switch
    {
        OneAnswerQuestion one => Choices(one.Choices),
        SeveralAnswersQuestion several => Choices(several.Choices),
        ShortAnswerQuestion typed => [.. typed.Accept.Select(text => new AnswerRow { Text = text })],
        MatchingQuestion matching =>
            [.. matching.Pairs.Select(pair => new AnswerRow { Text = pair.Left, Other = pair.Right, Feedback = pair.Feedback })],
        OrderingQuestion ordering => [.. ordering.Items.Select(text => new AnswerRow { Text = text })],
        _ => [],
    };

    private static List<AnswerRow> Choices(IEnumerable<Choice> choices) =>
        [.. choices.Select(choice => new AnswerRow { Text = choice.Text, IsRight = choice.IsCorrect, Feedback = choice.Feedback ?? "" })];

    private static List<AnswerRow> Mistakes(Question question) => question switch
    {
        NumberQuestion number => [.. number.Mistakes.Select(mistake => new AnswerRow
        {
            Text = Answers.Plain(mistake.Value), Feedback = mistake.Feedback,
        })],
        ShortAnswerQuestion typed => [.. typed.Mistakes.Select(mistake => new AnswerRow
        {
            Text = mistake.Text, Feedback = mistake.Feedback,
        })],
        _ => [],
    };
}
