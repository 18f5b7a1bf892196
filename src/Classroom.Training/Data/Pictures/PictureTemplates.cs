namespace Classroom.Training.Data.Pictures;

/// <summary>The classes of a drawn data set, and for each the ways in which people draw it.</summary>
internal sealed class PictureTemplates
{
    private readonly Lazy<IReadOnlyList<PenStroke>[][]> strokes;

    /// <param name="classes">The name of each class with its drawings, as <see cref="PenStroke.Parse"/> reads them.</param>
    public PictureTemplates(params IReadOnlyList<(string Name, string[] Ways)> classes)
    {
        Names = [.. classes.Select(c => c.Name)];
        strokes = new(() => [.. classes.Select(c => c.Ways.Select(PenStroke.Parse).ToArray())]);
    }

    public IReadOnlyList<string> Names { get; }

    /// <exception cref="ArgumentException">There is no such class.</exception>
    public int IndexOf(string name)
    {
        var index = Names.TakeWhile(known => known != name).Count();
        return index < Names.Count ? index : throw new ArgumentException($"There is no class '{name}'.", nameof(name));
    }

    /// <summary>The ways to draw a class; each is a list of strokes.</summary>
    public IReadOnlyList<PenStroke>[] Ways(int label) => strokes.Value[label];
}
