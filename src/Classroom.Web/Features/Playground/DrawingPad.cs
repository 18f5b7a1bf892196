using System.Globalization;
using System.Text;

namespace Classroom.Web.Features.Playground;

/// <summary>A sheet of paper, a pen, and what has been drawn: by a pointer, or by steps of the pen.</summary>
public sealed class DrawingPad
{
    /// <summary>The sheet's side.</summary>
    public const int Side = 280;

    /// <summary>How far the pen goes with one key.</summary>
    public const int Step = 14;

    /// <summary>No drawing of a digit needs more; what comes beyond is not drawn.</summary>
    public const int MostPoints = 4_000;

    private readonly List<List<(double X, double Y)>> strokes = [];
    private int points;

    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes => strokes;

    /// <summary>Where the pen stands for those who draw by keys.</summary>
    public (double X, double Y) Pen { get; private set; } = (Side / 2, Side / 2);

    public bool PenIsDown { get; private set; }

    public bool IsEmpty => points == 0;

    /// <summary>What a pointer has drawn.</summary>
    /// <param name="places">x and y in turns; from a browser, so whatever they are.</param>
    /// <param name="begins">The pen was lifted before; otherwise the last stroke goes on.</param>
    public void Draw(IReadOnlyList<double> places, bool begins)
    {
        PenIsDown = false;
        if (begins || strokes.Count == 0)
        {
            strokes.Add([]);
        }

        for (var i = 0; i + 1 < places.Count; i += 2)
        {
            if (double.IsFinite(places[i]) && double.IsFinite(places[i + 1]))
            {
                Add((Math.Clamp(places[i], 0, Side), Math.Clamp(places[i + 1], 0, Side)));
            }
        }
    }

    /// <summary>Moves the pen by steps, and draws where it is down.</summary>
    public void Move(int right, int down)
    {
        Pen = (Math.Clamp(Pen.X + (right * Step), 0, Side), Math.Clamp(Pen.Y + (down * Step), 0, Side));
        if (PenIsDown)
        {
            Add(Pen);
        }
    }

    /// <summary>Puts the pen down, or lifts it.</summary>
    public void Press()
    {
        PenIsDown = !PenIsDown;
        if (PenIsDown)
        {
            strokes.Add([]);
            Add(Pen);
        }
    }

    public void Clear()
    {
        strokes.Clear();
        points = 0;
        PenIsDown = false;
        Pen = (Side / 2, Side / 2);
    }

    /// <summary>A stroke as the data of a path; a dot is a line of no length, which round ends make visible.</summary>
    public static string Path(IReadOnlyList<(double X, double Y)> stroke)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in stroke.Count == 1 ? [stroke[0], stroke[0]] : stroke)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x:0} {y:0}");
        }

        return path.ToString();
    }

    private void Add((double X, double Y) point)
    {
        if (points < MostPoints)
        {
            strokes[^1].Add(point);
            points++;
        }
    }
}
