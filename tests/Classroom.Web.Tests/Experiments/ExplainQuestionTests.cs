using Bunit;
using Classroom.Curriculum.Experiments;
using Classroom.School.Experiments;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Tests.Experiments;

/// <summary>One question of an experiment, on its own.</summary>
public sealed class ExplainQuestionTests(ClassroomHost host) : BunitContext
{
    [Fact]
    public void A_wrong_answer_is_not_left_standing_once_the_page_knows_of_the_right_one_of_another_window()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var experiment = host.Get<Curriculum.Curriculum>().FindExperiment("gradient-descent")!;
        var place = experiment.Questions.ToList().FindIndex(question => question is ReasonQuestion);
        var question = (ReasonQuestion)experiment.Questions[place];
        var wrong = question.Choices.ToList().FindIndex(choice => !choice.IsCorrect);
        // It is stored at once, before the page around it is drawn again.
        var part = Render<ExplainQuestion>(parameters => parameters
            .Add(part => part.Experiment, experiment)
            .Add(part => part.Question, question)
            .Add(part => part.Number, place)
            .Add(part => part.Findings, new ExperimentFindings(experiment))
            .Add(part => part.Keep, _ => Task.FromResult<string?>(null)));
        part.FindAll("input")[wrong].Change("on");
        part.Find("button").Click();
        Assert.StartsWith("Not yet.", part.Find("[aria-live]").ReadText(), StringComparison.Ordinal);

        part.Render(parameters => parameters.Add(part => part.Kept, new TrialAnswer(place, "Something else", false, true, 2)));

        Assert.StartsWith("Answered.", part.Find("[aria-live]").ReadText(), StringComparison.Ordinal);
        Assert.Equal(
            question.Choices.Select(choice => choice.IsCorrect), part.FindAll("input").Select(choice => choice.HasAttribute("checked")));
        Assert.Empty(part.FindAll(".wrong"));
    }
}
