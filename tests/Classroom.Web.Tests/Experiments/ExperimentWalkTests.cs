using AngleSharp.Dom;
using Bunit;
using Classroom.Runs;
using Classroom.School;
using Classroom.School.Experiments;
using Classroom.School.Runs;
using Classroom.Web.Features.Experiments;

namespace Classroom.Web.Tests;

/// <summary>An experiment as a student walks through it, while the database takes its time.</summary>
public sealed class ExperimentWalkTests(ClassroomHost host) : HandsSchool(host)
{
    private const string Slug = "gradient-descent";

    /// <summary>The question why the giant steps exploded; its first choice is right.</summary>
    private const int Jumped = 2;

    [Fact]
    public async Task An_answer_that_is_checked_while_another_is_being_stored_is_not_shown_as_checked_and_can_be_checked_again()
    {
        var student = await NewStudentAsync();
        SignIn(student);
        await TrainAllAsync(student);
        var walk = await OpenExplainAsync();
        Choose(walk, 1);
        Choose(walk, 2);

        Database.Hold();
        var first = Check(walk, 1);
        await Check(walk, 2);
        Assert.Contains("not saved yet", Told(walk, 2), StringComparison.Ordinal);
        Database.Release();
        await first;

        walk.WaitForAssertion(() => Assert.Matches("Right!|Not yet.|Noted.", Told(walk, 1)));
        Assert.Equal([0], await StoredAsync(student));
        Assert.Contains("not saved yet", Told(walk, 2), StringComparison.Ordinal);

        await Check(walk, 2);

        walk.WaitForAssertion(() => Assert.Matches("Right!|Not yet.|Noted.", Told(walk, 2)));
        Assert.Equal([0, 1], await StoredAsync(student));
    }

    [Fact]
    public async Task A_question_that_took_two_tries_shows_its_right_answer_when_the_page_is_opened_again()
    {
        var student = await NewStudentAsync();
        SignIn(student);
        await TrainAllAsync(student);
        var walk = await OpenExplainAsync();
        Choose(walk, Jumped, choice: 1);
        await Check(walk, Jumped);
        walk.WaitForAssertion(() => Assert.StartsWith("Not yet.", Told(walk, Jumped), StringComparison.Ordinal));
        Choose(walk, Jumped, choice: 0);
        await Check(walk, Jumped);
        walk.WaitForAssertion(() => Assert.StartsWith("Right!", Told(walk, Jumped), StringComparison.Ordinal));

        var again = Render<ExperimentWalk>(parameters => parameters.Add(part => part.ExperimentId, Slug));

        again.WaitForAssertion(() => Assert.StartsWith("Answered.", Told(again, Jumped), StringComparison.Ordinal));
        Assert.Equal([true, false, false, false], Picked(again, Jumped));
    }

    [Fact]
    public async Task A_wrong_answer_after_the_right_one_of_another_window_ends_with_the_right_one()
    {
        var student = await NewStudentAsync();
        SignIn(student);
        await TrainAllAsync(student);
        var (first, second) = (await OpenExplainAsync(), await OpenExplainAsync());
        Choose(first, Jumped, choice: 0);
        Choose(second, Jumped, choice: 1);
        await Check(first, Jumped);

        await Check(second, Jumped);

        second.WaitForAssertion(() => Assert.StartsWith("Answered.", Told(second, Jumped), StringComparison.Ordinal));
        Assert.Equal([true, false, false, false], Picked(second, Jumped));
    }

    [Fact]
    public async Task A_run_that_was_stopped_says_so_beside_its_numbers()
    {
        var student = await NewStudentAsync();
        SignIn(student);
        var (experiments, further) = (Host.Get<ExperimentService>(), "vanishing-gradient-problem/time-lag");
        var experiment = Host.Get<Curriculum.Curriculum>().FindExperiment(further)!;
        var trial = await experiments.PredictAsync(student, experiment, experiment.Prediction.Choices[0]);
        var begun = await experiments.AdvanceAsync(student, experiment, trial.Value!.Id);
        foreach (var run in begun.Value!.Runs)
        {
            Assert.Null(await Host.Get<RunService>().StopAsync(student, run.Id));
        }

        var walk = Render<ExperimentWalk>(parameters => parameters.Add(part => part.ExperimentId, further));
        walk.WaitForState(() => walk.FindAll("button").Any(button => button.ReadText() == "Now explain it"));
        await Button(walk, "Now explain it").ClickAsync(new());

        walk.WaitForAssertion(() => Assert.Equal(4, walk.FindAll("tbody tr").Count));
        Assert.All(
            walk.FindAll("tbody tr"),
            row => Assert.Matches("Stopped (early, at step [0-9,]+ of |before its first step)", row.ReadText()));
    }

    private async Task<IRenderedComponent<ExperimentWalk>> OpenExplainAsync()
    {
        var walk = Render<ExperimentWalk>(parameters => parameters.Add(part => part.ExperimentId, Slug));
        walk.WaitForState(() => walk.FindAll("button").Any(button => button.ReadText() == "Now explain it"));
        await Button(walk, "Now explain it").ClickAsync(new());
        // The curves come a moment after the page, and are measured then.
        walk.WaitForAssertion(() => Assert.Empty(walk.FindAll("fieldset[disabled]")));
        return walk;
    }

    private async Task TrainAllAsync(Actor student)
    {
        var experiment = Host.Get<Curriculum.Curriculum>().Find(Slug)!.Experiment!;
        var experiments = Host.Get<ExperimentService>();
        var trial = await experiments.PredictAsync(student, experiment, experiment.Prediction.Choices[0]);
        var begun = await experiments.AdvanceAsync(student, experiment, trial.Value!.Id);
        foreach (var run in begun.Value!.Runs)
        {
            await using var watch = await Host.Get<RunService>().WatchAsync(student, run.Id, Ct);
            for (var news = watch!.Live.Read(0, 0); !news.Status.State.IsFinished(); news = watch.Live.Read(0, 0))
            {
                await news.More.WaitAsync(Ct);
            }
        }
    }

    private async Task<IEnumerable<int>> StoredAsync(Actor student) =>
        (await Host.Get<ExperimentStore>().CurrentAsync(student, Slug))!.Answers.Select(answer => answer.Question).Order();

    private static IElement Button(IRenderedComponent<ExperimentWalk> walk, string text) =>
        walk.FindAll("button").Single(button => button.ReadText() == text);

    private static void Choose(IRenderedComponent<ExperimentWalk> walk, int number, int choice = 0) =>
        Choices(walk, number)[choice].Change("on");

    private static IEnumerable<bool> Picked(IRenderedComponent<ExperimentWalk> walk, int number) =>
        Choices(walk, number).Select(choice => choice.HasAttribute("checked"));

    private static IReadOnlyList<IElement> Choices(IRenderedComponent<ExperimentWalk> walk, int number) =>
        walk.FindAll($"section[aria-labelledby='question-{number}'] input");

    private static Task Check(IRenderedComponent<ExperimentWalk> walk, int number) =>
        walk.Find($"section[aria-labelledby='question-{number}'] button").ClickAsync(new());

    private static string Told(IRenderedComponent<ExperimentWalk> walk, int number) =>
        walk.Find($"section[aria-labelledby='question-{number}'] [aria-live]").ReadText();
}
