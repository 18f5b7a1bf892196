namespace Classroom.Web.Features.Glossary;

/// <summary>A line on the map, from a term to one that builds on it.</summary>
public sealed record MapLine(MapNode From, MapNode To)
{
    /// <summary>From the rim of one disc to the rim of the other, level at both ends.</summary>
    public string Path
    {
        get
        {
            var (x1, x2) = (From.X + TermMapLayout.Radius, To.X - TermMapLayout.Radius - 7);
            var middle = (x1 + x2) / 2;
            return FormattableString.Invariant(
                $"M{x1:0.#} {From.Y:0.#}C{middle:0.#} {From.Y:0.#} {middle:0.#} {To.Y:0.#} {x2:0.#} {To.Y:0.#}");
        }
    }
}
