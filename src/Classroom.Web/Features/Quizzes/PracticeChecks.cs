using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;

namespace Classroom.Web.Features.Quizzes;

/// <summary>What has been checked while practicing, and where the answer was asked for.</summary>
public sealed class PracticeChecks
{
    private readonly Dictionary<string, (Response? Response, Grade Grade)> grades = [];
    private readonly HashSet<string> shown = [];

    /// <param name="attempt">As it was stored: what had been checked then still is.</param>
    public PracticeChecks(AttemptView attempt)
    {
        foreach (var answered in attempt.Questions)
        {
            Take(answered);
        }
    }

    /// <summary>The grade of the answer as it stands; null before it was checked and after it was changed.</summary>
    public Grade? Of(Question question) => grades.TryGetValue(question.Id, out var graded) ? graded.Grade : null;

    /// <summary>The right answer may be shown: it was found, or asked for.</summary>
    public bool IsOpen(Question question) => shown.Contains(question.Id) || Of(question) is { IsCorrect: true };

    public void Check(Question question, Response? response) => grades[question.Id] = (response, Grading.Grade(question, response));

    public void ShowAnswer(Question question) => shown.Add(question.Id);

    public void Changed(Question question) => grades.Remove(question.Id);

    /// <summary>Takes over what other pages of this attempt have stored.</summary>
    public void CatchUp(AttemptSession session)
    {
        for (var place = 0; place < session.Count; place++)
        {
            if (!session.IsUnsaved(place))
            {
                Take(session.Attempt.Questions[place]);
            }
        }
    }

    private void Take(AnsweredQuestion answered)
    {
        var question = answered.Planned.Question;
        if (answered.IsChecked)
        {
            Check(question, answered.Response);
        }
        else if (grades.TryGetValue(question.Id, out var graded) && !Equals(graded.Response, answered.Response))
        {
            Changed(question);
        }
        if (answered.IsShown)
        {
            ShowAnswer(question);
        }
    }
}
