using System.Globalization;
using Classroom.Runs.Grains;
using Classroom.Training.Probes.Rounds;
using Classroom.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace Classroom.Web.Features.Playground;

public sealed partial class WeightSliders
{
    private const int UsualRange = 8;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private float[] weights = [];
    private float[] given = [];
    private float[] beginning = [];
    private int generation;
    private int range = UsualRange;
    private float accuracy;
    private RunFrameMessage? firstBoundary;
    private RunFrameMessage? firstDiagram;
    private IReadOnlyList<RunFrameMessage>? boundary;
    private IReadOnlyList<RunFrameMessage>? diagram;
    private string? announcement;
    private bool isLooking;
    private bool changed;

    [Inject]
    private PlaygroundSolutions Solutions { get; set; } = null!;

    private string Score =>
        accuracy < 1
            ? $"{Percent.Format(accuracy)} of the new points are right. Can you reach all?"
            : "All new points are right. You did it!";

    protected override void Prepare()
    {
        // Whole tenths, as the sliders have them.
        beginning = [.. Network!.GetWeights().Select(weight => MathF.Round(weight, 1))];
        Put(beginning);
        (firstBoundary, firstDiagram) = (CaptureFrame(ProbeKinds.DecisionBoundary), CaptureFrame(ProbeKinds.Network));
        Show();
    }

    private void Put(float[] all)
    {
        weights = [.. all];
        given = all;
        generation++;
        range = Math.Max(UsualRange, (int)Math.Ceiling(all.Max(Math.Abs)));
        Network!.SetWeights(weights);
    }

    private void Show()
    {
        accuracy = Network!.Accuracy() ?? 0;
        boundary = [firstBoundary!, CaptureFrame(ProbeKinds.DecisionBoundary, epoch: 1)];
        diagram = [firstDiagram!, CaptureFrame(ProbeKinds.Network, epoch: 1)];
    }

    private void Set(int index, string? value)
    {
        if (float.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && float.IsFinite(weight))
        {
            weights[index] = Math.Clamp(weight, -range, range);
            changed = true;
            if (!isLooking)
            {
                isLooking = true;
                _ = WorkAsync(LookOnAsync);
            }
        }
    }

    // At most five times a second, and the last place of a slider in any case.
    private async Task LookOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (changed)
            {
                changed = false;
                Network!.SetWeights(weights);
                Show();
                StateHasChanged();
                await Task.Delay(BetweenLooks, cancellationToken);
            }

            announcement = Score;
            StateHasChanged();
        }
        finally
        {
            isLooking = false;
        }
    }

    private void StartAgain()
    {
        Put(beginning);
        Show();
        announcement = "The weights are as in the beginning.";
    }

    private Task<bool> SolveAsync() => RunAsync(async cancellationToken =>
    {
        var solution = await Solutions.OfAsync(Config);
        cancellationToken.ThrowIfCancellationRequested();
        Put(solution);
        Show();
        announcement = $"Training has found weights with {Percent.Format(accuracy)} right.";
        return null;
    });
}
