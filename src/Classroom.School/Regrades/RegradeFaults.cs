using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.School.Regrades;

/// <summary>Why a question cannot be regraded as somebody wants it.</summary>
internal static class RegradeFaults
{
    public static Refusal? Find(RegradeWish wanted, Quiz? quiz, RegradeRules rules)
    {
        var faults = wanted.Unread.ToList();
        var question = quiz?.Find(wanted.QuestionId);
        if (question is null && !faults.Exists(fault => fault.Field == "question"))
        {
            faults.Add(new("question", $"The quiz of this assignment has no question \"{wanted.QuestionId}\"."));
        }

        if (faults.Count == 0 && wanted.Drop == (wanted.Accept is not null))
        {
            faults.Add(new("drop", "Either drop the question or accept another answer to it."));
        }
        else if (question is not null && wanted.Accept is { } accepted && OtherKey.Fault(question, accepted) is { } fault)
        {
            faults.Add(new("accept", fault));
        }
        else if (question is not null && wanted.Drop && !rules.IsDropped(wanted.QuestionId) && IsLast(quiz!, rules))
        {
            faults.Add(new("question", NothingLeft));
        }

        return faults.Count > 0 ? new Refusal.Invalid(faults)
            : rules.IsDropped(wanted.QuestionId) ? new Refusal.Conflict(wanted.Drop
                ? "This question is dropped already."
                : "This question is dropped. Undo that first, and then accept another answer to it.")
            : wanted.Accept is not null && rules.Accepted(wanted.QuestionId).Any(other => IsSame(other, wanted.Accept))
                ? new Refusal.Conflict("This answer is accepted already.")
            : null;
    }

    public const string NothingLeft =
        "With this question dropped too, an attempt could be left without any question that counts. Undo another dropped question first, "
            + "or give the marks yourself in the gradebook.";

    // Attempts that are still to come may draw any questions, so there must always be more that count than can be missing in one of them.
    private static bool IsLast(Quiz quiz, RegradeRules rules) =>
        rules.Dropped.Count(id => quiz.Find(id) is not null) + 1
            >= Math.Min(AttemptPlan.UsualCount, quiz.For(QuestionLevel.Core).Questions.Count);

    private static bool IsSame(Response one, Response other) => ResponseJson.Write(one) == ResponseJson.Write(other);
}
