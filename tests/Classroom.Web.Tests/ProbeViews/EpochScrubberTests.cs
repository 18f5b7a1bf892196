using Bunit;
using Classroom.Web.Features.ProbeViews;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests;

public sealed class EpochScrubberTests : BunitContext
{
    private readonly HeldClock clock = new();
    private readonly List<int?> shown = [];

    public EpochScrubberTests()
    {
        Services.AddSingleton<TimeProvider>(clock);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void At_now_it_follows_what_comes()
    {
        var scrubber = Show([0, 1, 3], null);
        Assert.Contains("after epoch 3 (now)", scrubber.Find("label").ReadText(), StringComparison.Ordinal);
        scrubber.Render(parameters => parameters.Add(part => part.Epochs, [0, 1, 3, 4]));
        Assert.Contains("after epoch 4 (now)", scrubber.Find("label").ReadText(), StringComparison.Ordinal);
        Assert.Equal("3", scrubber.Find("input").GetAttribute("value"));
        Assert.Equal("true", Button(scrubber, "Forward").GetAttribute("aria-disabled"));
        Assert.Equal("true", Button(scrubber, "Now").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void Buttons_go_epoch_by_epoch_and_back_to_now()
    {
        var scrubber = Show([0, 1, 3], 1);
        Button(scrubber, "Back").Click();
        Button(scrubber, "Forward").Click();
        Button(scrubber, "Now").Click();
        Assert.Equal([0, null, null], shown);
        Assert.Equal("after epoch 1", scrubber.Find("input").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public async Task While_a_hand_drags_the_last_place_of_each_while_is_shown()
    {
        var scrubber = Show([0, 1, 2, 3, 4], null);
        var slider = scrubber.Find("input");
        foreach (var place in (string[])["3", "2", "1"])
        {
            _ = slider.InputAsync(new ChangeEventArgs { Value = place });
        }

        Assert.Equal([3], shown);
        Assert.Equal("1", scrubber.Find("input").GetAttribute("value"));
        await scrubber.InvokeAsync(() => clock.Advance(TimeSpan.FromMilliseconds(150)));
        scrubber.WaitForAssertion(() => Assert.Equal([3, 1], shown));
    }

    [Fact]
    public async Task It_plays_from_the_start_to_now_and_can_be_stopped()
    {
        var scrubber = Show([0, 1, 2], null);
        _ = Button(scrubber, "Play").ClickAsync(new());
        scrubber.WaitForAssertion(() => Assert.Equal([0], shown));
        await scrubber.InvokeAsync(() => clock.Advance(TimeSpan.FromMilliseconds(500)));
        scrubber.WaitForAssertion(() => Assert.Equal([0, 1], shown));
        Button(scrubber, "Stop").Click();
        await scrubber.InvokeAsync(() => clock.Advance(TimeSpan.FromSeconds(5)));
        Assert.Equal([0, 1], shown);
        Assert.NotNull(Button(scrubber, "Play"));
    }

    [Fact]
    public void With_one_picture_there_is_nothing_to_go_through() => Assert.Equal("", Show([0], null).Markup.Trim());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<EpochScrubber> scrubber, string name) =>
        scrubber.FindAll("button").Single(button => button.ReadText().StartsWith(name, StringComparison.Ordinal));

    private IRenderedComponent<EpochScrubber> Show(int[] epochs, int? epoch) => Render<EpochScrubber>(parameters => parameters
        .Add(part => part.Epochs, epochs)
        .Add(part => part.Epoch, epoch)
        .Add(part => part.EpochChanged, next => shown.Add(next)));
}
