using Classroom.Curriculum;
using Classroom.School;

namespace Classroom.Web.Features.Quizzes;

/// <summary>What has been checked while practising, and where the answer was asked for.</summary>
public sealed class PracticeChecks
{
    private readonly Dictionary<string, Grade> grades = [];
    private readonly HashSet<string> shown = [];

    /// <param name="attempt">As it was stored: what had been checked then still is.</param>
    public PracticeChecks(AttemptView attempt)
    {
        foreach (var answered in attempt.Questions)
        {
            if (answered.IsChecked)
            {
                Check(answered.Planned.Question, answered.Response);
            }
            if (answered.IsShown)
            {
                ShowAnswer(answered.Planned.Question);
            }
        }
    }

    /// <summary>The grade of the answer as it stands; null before it was checked and after it was changed.</summary>
    public Grade? Of(Question question) => grades.GetValueOrDefault(question.Id);

    /// <summary>The right answer may be shown: it was found, or asked for.</summary>
    public bool IsOpen(Question question) => shown.Contains(question.Id) || Of(question) is { IsCorrect: true };

    public void Check(Question question, Response? response) => grades[question.Id] = Grading.Grade(question, response);

    public void ShowAnswer(Question question) => shown.Add(question.Id);

    public void Changed(Question question) => grades.Remove(question.Id);
}
