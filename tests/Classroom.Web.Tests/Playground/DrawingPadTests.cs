using Classroom.Web.Features.Playground;

namespace Classroom.Web.Tests;

public sealed class DrawingPadTests
{
    [Fact]
    public void A_stroke_goes_on_until_the_pen_is_lifted()
    {
        var pad = new DrawingPad();
        pad.Draw([10, 20, 30, 40], begins: true);
        pad.Draw([50, 60], begins: false);
        pad.Draw([1, 2], begins: true);

        Assert.Equal([3, 1], pad.Strokes.Select(stroke => stroke.Count));
        Assert.Equal("M10 20L30 40L50 60", DrawingPad.Path(pad.Strokes[0]));
        Assert.Equal("M1 2L1 2", DrawingPad.Path(pad.Strokes[1]));
        pad.Clear();
        Assert.True(pad.IsEmpty);
    }

    [Fact]
    public void Whatever_a_browser_sends_stays_on_the_sheet_and_within_its_limit()
    {
        var pad = new DrawingPad();
        pad.Draw([double.NaN, 5, double.PositiveInfinity, 5, -1e9, 1e9, 7], begins: false);
        Assert.Equal([(0, (double)DrawingPad.Side)], Assert.Single(pad.Strokes));
        for (var i = 0; i < 30; i++)
        {
            pad.Draw([.. Enumerable.Repeat(5.0, 400)], begins: true);
        }

        Assert.Equal(DrawingPad.MostPoints, pad.Strokes.Sum(stroke => stroke.Count));
    }

    [Fact]
    public void Keys_move_the_pen_and_draw_only_while_it_is_down()
    {
        var pad = new DrawingPad();
        pad.Move(-2, 0);
        Assert.True(pad.IsEmpty);
        pad.Press();
        pad.Move(0, 1);
        pad.Move(0, 1);
        pad.Press();
        pad.Move(100, 100);

        Assert.Equal(3, Assert.Single(pad.Strokes).Count);
        Assert.Equal((DrawingPad.Side, DrawingPad.Side), pad.Pen);
    }
}
