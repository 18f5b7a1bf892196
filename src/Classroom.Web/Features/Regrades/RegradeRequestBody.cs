using Classroom.Curriculum.Quizzes;
using Classroom.School.Regrades;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared.Requests;

namespace Classroom.Web.Features.Regrades;

/// <param name="Question">The id of a question of the assignment's quiz.</param>
/// <param name="Drop">It counts neither for nor against anybody.</param>
/// <param name="Accept">Another answer that is right; choices are named by their place in the bank.</param>
public sealed record RegradeRequestBody(string Question, bool? Drop, ResponseShape? Accept)
{
    public const string Expected = "Send an object such as {\"question\": \"memorizes\", \"drop\": true}.";

    /// <param name="fields">Of the body.</param>
    /// <param name="quiz">Of the assignment; null where it has none.</param>
    public static RegradeWish Read(JsonFields fields, Quiz? quiz)
    {
        var id = fields.Text("question");
        fields.Require("question", "Give the id of a question.");
        var drop = fields.Flag("drop");
        var shape = fields.Object("accept", "Give an answer as attempts have it, for example {\"text\": \"42\"}.");
        var question = quiz?.Find(id);
        var accepted = shape is null || question is null ? null : ResponseFields.Read(AsInBank(question), shape);
        if (shape is null || question is not null)
        {
            fields.RefuseOthers();
        }

        return new(id ?? "", drop, accepted) { Unread = fields.Faults };
    }

    // No attempt arranges it here, so a place is the index itself.
    private static PlannedQuestion AsInBank(Question question) => new()
    {
        Question = question,
        Order = question switch
        {
            OneAnswerQuestion one => [.. Enumerable.Range(0, one.Choices.Count)],
            SeveralAnswersQuestion several => [.. Enumerable.Range(0, several.Choices.Count)],
            MatchingQuestion matching => [.. Enumerable.Range(0, matching.Pairs.Count)],
            OrderingQuestion ordering => [.. Enumerable.Range(0, ordering.Items.Count)],
            _ => [],
        },
    };
}
