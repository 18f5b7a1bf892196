using AngleSharp.Dom;
using Bunit;
using Classroom.Curriculum.Experiments;
using Classroom.School.Experiments;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Tests;

/// <summary>Where the keyboard goes on when what was pressed is gone.</summary>
public sealed class KeptFocusTests(ClassroomHost host) : HandsSchool(host)
{
    [Fact]
    public void A_new_step_of_an_experiment_takes_the_focus_to_its_name()
    {
        var rail = Render<StepRail>(
            parameters => parameters.Add(part => part.Open, ExperimentStep.Predict).Add(part => part.Reached, ExperimentStep.Predict));
        var second = ReferenceOf(rail.FindAll("button")[1]);
        Assert.Empty(JSInterop.Invocations["focusIfLost"]);

        rail.Render(parameters => parameters.Add(part => part.Open, ExperimentStep.Run).Add(part => part.Reached, ExperimentStep.Run));

        Assert.Equal(second, FocusedLast());
        rail.Render(parameters => parameters.Add(part => part.Reached, ExperimentStep.Explain));
        JSInterop.VerifyInvoke("focusIfLost", calledTimes: 1);
    }

    [Fact]
    public void A_prediction_can_be_pressed_before_one_is_chosen_and_says_what_is_missing()
    {
        var experiment = Host.Get<Curriculum.Curriculum>().Find("overfitting")!.Experiment!;
        var predicted = new List<string>();
        var step = Render<PredictStep>(
            parameters => parameters.Add(part => part.Experiment, experiment).Add(part => part.Predicted, predicted.Add));

        step.Find("button").Click();
        Assert.Equal("Choose what you expect first.", step.Find("[role=alert]").ReadText());
        Assert.Empty(predicted);
        step.Find("input").Change("on");
        Assert.Equal("", step.Find("[role=alert]").ReadText());
        step.Find("button").Click();

        Assert.Equal([experiment.Prediction.Choices[0]], predicted);
    }

    [Fact]
    public void A_right_answer_about_ones_runs_takes_the_focus_to_what_is_said_of_it()
    {
        var experiment = Host.Get<Curriculum.Curriculum>().Terms.Select(term => term.Experiment)
            .First(found => found?.Questions.OfType<ReasonQuestion>().Any() == true)!;
        var reason = experiment.Questions.OfType<ReasonQuestion>().First();
        IRenderedComponent<ExplainQuestion> question = null!;
        question = Render<ExplainQuestion>(parameters => parameters
            .Add(part => part.Experiment, experiment)
            .Add(part => part.Question, reason)
            .Add(part => part.Number, 0)
            .Add(part => part.Findings, new ExperimentFindings(experiment))
            .Add(part => part.Keep, KeepAsync));
        var told = ReferenceOf(question.Find("[aria-live]"));
        question.Find("button").Click();
        Assert.Contains("Choose an answer first.", question.Find("[aria-live]").ReadText(), StringComparison.Ordinal);
        Pick(false);
        question.Find("button").Click();
        Assert.Contains("Not yet.", question.Find("[aria-live]").ReadText(), StringComparison.Ordinal);
        Assert.Empty(JSInterop.Invocations["focusIfLost"]);

        Pick(true);
        question.Find("button").Click();

        Assert.Empty(question.FindAll("button"));
        Assert.Equal(told, FocusedLast());

        void Pick(bool right) =>
            question.FindAll("input")[reason.Choices.Index().First(choice => choice.Item.IsCorrect == right).Index].Change("on");

        Task<string?> KeepAsync(CheckedAnswer answer)
        {
            question.Render(
                parameters => parameters.Add(part => part.Kept, new TrialAnswer(0, answer.Words, false, answer.IsRight == true, 2)));
            return Task.FromResult<string?>(null);
        }
    }

    private string? FocusedLast() =>
        Assert.IsType<Microsoft.AspNetCore.Components.ElementReference>(JSInterop.Invocations["focusIfLost"][^1].Arguments[0]).Id;

    private static string? ReferenceOf(IElement element) => element.GetAttribute("blazor:elementReference");
}
