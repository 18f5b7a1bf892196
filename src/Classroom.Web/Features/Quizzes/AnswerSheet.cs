using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <summary>The answers of an attempt on one screen, by the ids of the questions, and which of them are not stored yet.</summary>
public sealed class AnswerSheet(AttemptView attempt)
{
    private readonly Dictionary<string, Response?> responses =
        attempt.Questions.ToDictionary(answered => answered.Planned.Question.Id, answered => answered.Response);
    private readonly List<string> questions = [.. attempt.Questions.Select(answered => answered.Planned.Question.Id)];
    private readonly List<string> unsaved = [];
    private readonly Dictionary<string, string> refusals = [];

    public Response? this[string question] => responses[question];

    public bool IsSaved => unsaved.Count == 0;

    /// <summary>Why answers could not be stored, for people; null where all could.</summary>
    public string? Refusals => refusals.Count == 0
        ? null
        : string.Join(" ", refusals.Select(refused => $"Question {questions.IndexOf(refused.Key) + 1} is not saved. {refused.Value}"));

    /// <summary>What is to be stored next; null where nothing is left but what was refused.</summary>
    public string? NextToSave => unsaved.Find(question => !refusals.ContainsKey(question));

    public bool IsUnsaved(string question) => unsaved.Contains(question);

    /// <summary>False where nothing changes, so that there is nothing to be stored.</summary>
    public bool Change(string question, Response? response)
    {
        if (Equals(responses[question], response) && !IsUnsaved(question))
        {
            return false;
        }

        responses[question] = response;
        refusals.Remove(question);
        if (!IsUnsaved(question))
        {
            unsaved.Add(question);
        }

        return true;
    }

    /// <summary>This response is stored; a newer one is not yet.</summary>
    public void MarkSaved(string question, Response? response)
    {
        if (ReferenceEquals(responses[question], response))
        {
            unsaved.Remove(question);
        }
    }

    public void Refuse(string question, string reason) => refusals[question] = reason;

    public void ForgetRefusals() => refusals.Clear();

    /// <summary>What is not stored never will be.</summary>
    public void GiveUpUnsaved() => unsaved.Clear();

    /// <summary>Takes over what is stored. What is only on this screen stays: it is stored later, so it counts.</summary>
    public void CatchUp(AttemptView stored)
    {
        foreach (var answered in stored.Questions.Where(answered => !IsUnsaved(answered.Planned.Question.Id)))
        {
            responses[answered.Planned.Question.Id] = answered.Response;
        }
    }
}
