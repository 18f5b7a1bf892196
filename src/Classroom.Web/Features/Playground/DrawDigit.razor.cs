using Classroom.Runs.Grains;
using Classroom.School;
using Classroom.Training.Data;
using Classroom.Training.Interactive;
using Classroom.Training.Probes;
using Classroom.Training.Settings;
using Classroom.Web.Shared.Drawing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Classroom.Web.Features.Playground;

public sealed partial class DrawDigit
{
    private static readonly TimeSpan BetweenAnswers = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BetweenAnnouncements = TimeSpan.FromSeconds(1);

    private readonly DrawingPad pad = new();
    private ElementReference sheet;
    private SheetPointer? pointer;
    private double filled;
    private bool darkOnLight;
    private IReadOnlyList<ExamplePicture>? examples;
    private int exampleShown = -1;
    private ExamplePicture? example;
    private string? exampleAddress;
    private PicturePrediction? reading;
    private IReadOnlyList<RunFrameMessage>? maps;
    private string? announcement;
    private bool steered;
    private bool isReading;
    private bool changed;
    private bool isAnnouncing;

    private string Heading => $"draw-{RunId:N}";

    private string Invitation => Data switch
    {
        null => "The network is being fetched …",
        { Classes: { Count: <= 12 } classes } =>
            $"Draw one of these, as large as you like: {string.Join(", ", classes)}. The network looks on and says what it reads.",
        _ => "Draw something that it has learned. The network looks on and says what it reads.",
    };

    /// <summary>What the pointer has drawn since the last call.</summary>
    public Task DrawAsync(IReadOnlyList<InkPiece> pieces)
    {
        Forget();
        steered = false;
        foreach (var piece in pieces)
        {
            pad.Draw(piece.Points, piece.Begins);
        }

        StateHasChanged();
        Look();
        return Task.CompletedTask;
    }

    protected override async Task<Refusal?> PrepareAsync(OpenedPredictor predictor, DataSetInfo data)
    {
        darkOnLight = await predictor.IsDarkOnLightAsync();
        filled = DrawnPicture.FilledShare(predictor.Config.Dataset, predictor.Config.Data);
        return null;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        Opened is null || Problem is not null ? Task.CompletedTask : (pointer ??= new(Scripts, DrawAsync)).AttachAsync(sheet);

    private void Key(KeyboardEventArgs key)
    {
        if (Opened is null)
        {
            return;
        }

        switch (key.Key)
        {
            case "ArrowLeft": Move(-1, 0); break;
            case "ArrowRight": Move(1, 0); break;
            case "ArrowUp": Move(0, -1); break;
            case "ArrowDown": Move(0, 1); break;
            case " " or "Enter": Press(); break;
            case "Delete" or "Backspace": Clear(); break;
        }
    }

    // By buttons beside the sheet, which then has not the focus that shows the pen.
    private void Steer(Action act)
    {
        steered = true;
        act();
    }

    private void Move(int right, int down)
    {
        pad.Move(right, down);
        if (pad.PenIsDown)
        {
            Look();
        }
    }

    private void Press()
    {
        Forget();
        pad.Press();
        announcement = pad.PenIsDown ? "Pen down." : "Pen up.";
        Look();
    }

    private void Clear()
    {
        Forget();
        pad.Clear();
        (reading, maps, announcement) = (null, null, "The sheet is empty.");
    }

    private async Task ShowExampleAsync()
    {
        await Guard.RunAsync(async _ =>
        {
            examples ??= await Opened!.PicturesAsync(30);
            return null;
        }, Closing);
        if (examples is null or [])
        {
            announcement = "There is no example at the moment.";
            return;
        }

        pad.Clear();
        exampleShown = (exampleShown + 1) % examples.Count;
        example = examples[exampleShown];
        exampleAddress = IndexedPng.OfGrey(example.Pixels, example.Width, example.Height);
        Look();
    }

    private void Forget() => (example, exampleAddress) = (null, null);

    /// <summary>Asks the network, at most five times a second; what is drawn meanwhile is looked at next.</summary>
    private void Look()
    {
        changed = true;
        if (!isReading)
        {
            isReading = true;
            _ = WorkAsync(LookOnAsync);
        }
    }

    private async Task LookOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (changed)
            {
                changed = false;
                await ReadAsync();
                await Task.Delay(BetweenAnswers, cancellationToken);
            }
        }
        finally
        {
            isReading = false;
        }
    }

    private async Task ReadAsync()
    {
        if (example is null && pad.IsEmpty)
        {
            return;
        }

        var pixels = example?.Pixels ?? Drawn();
        var answer = await Opened!.AskAsync(predictor => new Answer(
            PicturePrediction.Create(predictor, pixels),
            predictor.Model is CnnConfig { Conv.Count: > 0 } ? predictor.Maps([.. pixels.Select(pixel => (float)pixel)]) : null));
        if (example is null && pad.IsEmpty)
        {
            return; // cleared meanwhile
        }

        if (answer is null)
        {
            Problem = OpenedPredictor.NotKept;
        }
        else
        {
            reading = answer.Reading;
            maps = answer.Maps is { } frame ? [new(frame.Step, frame.Epoch, frame.Kind, frame.Json)] : null;
            Announce();
        }

        StateHasChanged();
    }

    private byte[] Drawn()
    {
        var pixels = DrawnPicture.ToPicture(pad.Strokes, DrawingPad.Side, Data!.Shape[1], Data.Shape[0], filled);
        return darkOnLight ? [.. pixels.Select(pixel => (byte)(255 - pixel))] : pixels;
    }

    // At most one a second, and the last word in any case.
    private void Announce()
    {
        if (!isAnnouncing)
        {
            isAnnouncing = true;
            _ = WorkAsync(AnnounceAsync);
        }
    }

    private async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(BetweenAnnouncements, cancellationToken);
        isAnnouncing = false;
        announcement = reading?.Sentence ?? announcement;
        StateHasChanged();
    }

    protected override ValueTask CloseAsync() => pointer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed record Answer(PicturePrediction Reading, ProbeFrame? Maps);
}
