using Classroom.Training.Interactive;
using Classroom.Web.Shared.Drawing;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Playground;

public sealed partial class OneBatch
{
    private const int MostExamples = 8;

    private readonly Dictionary<int, string> guesses = [];
    private Stage stage;
    private Round? round;
    private int batch;
    private bool done;
    private string? told;

    private enum Stage
    {
        Guess,
        Passed,
        Measured,
        Stepped,
    }

    /// <summary>After the first whole round: blame, nudge and step.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private string Invitation => stage switch
    {
        Stage.Guess =>
            "Think of one weight at a time. If it grows a little, does the loss of this batch go up or down? Guess as many as you like.",
        Stage.Passed =>
            "Each line now has a number: its slope. It says how fast the loss rises when that weight grows. Is that true? Nudge each "
            + "weight and see.",
        Stage.Measured => "Two ways, the same numbers. Now let every weight go a little way down its slope.",
        _ => "That was one training step. A run does hundreds of them.",
    };

    private string NextStep => stage switch
    {
        Stage.Guess => "Pass the blame back",
        Stage.Passed => "Nudge and measure",
        Stage.Measured => "Take the step",
        _ => "Next batch",
    };

    // Biases have slopes too, but a guess for each line is enough.
    private IEnumerable<int> Guessed => Network!.Places.Index().Where(place => place.Item.From is not null).Select(place => place.Index);

    protected override void Prepare() => round = Begin();

    private Round Begin() => new(Network!.GetWeights(), Network.Loss(batch), Network.Batch(batch), Network.Gradients(batch), null);

    private void Guess(int weight, string? guess)
    {
        if (guess is "up" or "down")
        {
            guesses[weight] = guess;
        }
        else
        {
            guesses.Remove(weight);
        }
    }

    private Task<bool> GoOnAsync() => RunAsync(async _ =>
    {
        switch (stage)
        {
            case Stage.Guess: PassBack(); break;
            case Stage.Passed: Measure(); break;
            case Stage.Measured: await StepAsync(); break;
            default: NextBatch(); break;
        }

        return null;
    });

    private void PassBack()
    {
        var right = guesses.Count(guess => IsRight(guess.Key));
        stage = Stage.Passed;
        told = guesses.Count switch
        {
            0 => "The blame has gone all the way back. Next time, guess first!",
            1 => right == 1 ? "Your guess was right." : "Your guess was not right this time.",
            _ => $"{right} of your {guesses.Count} guesses {(right == 1 ? "was" : "were")} right.",
        };
    }

    private void Measure()
    {
        var measured = Network!.Places.Select((_, index) => Network.FiniteDifference(batch, index)).ToArray();
        var greatest = measured.Zip(round!.Gradients, (one, other) => Math.Abs(one - other)).Max();
        round = round with { Measured = measured };
        stage = Stage.Measured;
        told = $"Of all {measured.Length} weights and biases, the two numbers differ by {Numbers.Short(greatest)} at most.";
    }

    private async Task StepAsync()
    {
        Network!.Step(batch);
        var (before, after) = (round!.Loss, Network.Loss(batch));
        round = round with { Weights = Network.GetWeights(), Loss = after, Examples = Network.Batch(batch) };
        stage = Stage.Stepped;
        told = $"The loss of this batch went from {Numbers.Short(before)} to {Numbers.Short(after)}.";
        if (!done)
        {
            done = true;
            await OnDone.InvokeAsync();
        }
    }

    private void NextBatch()
    {
        batch = (batch + 1) % Network!.Batches;
        guesses.Clear();
        round = Begin();
        stage = Stage.Guess;
        told = $"Batch {batch + 1}: other points, with the weights that you made.";
    }

    private bool IsRight(int weight) => guesses.TryGetValue(weight, out var guess) && guess == Way(weight);

    private string Way(int weight) => round!.Gradients[weight] > 0 ? "up" : "down";

    private string Verdict(int weight) =>
        !guesses.TryGetValue(weight, out var guess)
            ? Way(weight)
            : guess == Way(weight) ? $"✓ {guess}: right!" : $"✗ {Way(weight)}, not {guess}";

    private static string Slope(float slope) => slope.ToString("+0.0000;−0.0000;0");

    /// <summary>What there is to see of one batch. The slopes are those before the step.</summary>
    private sealed record Round(
        float[] Weights, float Loss, IReadOnlyList<InteractiveExample> Examples, float[] Gradients, float[]? Measured);
}
