using Classroom.Curriculum.Quizzes;
using Classroom.School.Regrades;
using Classroom.Web.Features.Quizzes;

namespace Classroom.Web.Features.Regrades;

/// <summary>Regrades as people read them.</summary>
internal static class RegradeWords
{
    private const string LeftBank = "a question that has left the bank";

    /// <summary>"Dropped" or "“42 px” is accepted too".</summary>
    public static string Say(Question? question, Response? accepted) =>
        accepted is null ? "Dropped" : $"“{Answer(question, accepted)}” is accepted too";

    public static string Answer(Question? question, Response response) =>
        question is null ? "another answer" : string.Join(", ", Answers.InWords(question, response));

    public static string Prompt(Question? question) => question?.PromptText ?? LeftBank;

    public static string Say(RegradeResult result) => (result.Changed, result.WithoutIt) switch
    {
        (0, 0) => "The score of no attempt changes.",
        (0, var others) => $"The score of no attempt changes; {Attempts(others)} drew other questions.",
        (var changed, 0) => $"The score of {Attempts(changed)} changes.",
        var (changed, others) => $"The score of {Attempts(changed)} changes; {Attempts(others)} drew other questions and stay as they are.",
    };

    private static string Attempts(int count) => Naming.Counted.Format(count, "attempt");
}
