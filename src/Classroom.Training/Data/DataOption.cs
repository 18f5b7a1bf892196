namespace Classroom.Training.Data;

/// <summary>
/// One option of a data set, for whoever makes a form or a table of them. In a config it stands in the object <c>data</c>.
/// </summary>
public sealed record DataOption
{
    /// <summary>As the config calls it, such as <c>labelNoise</c>.</summary>
    public required string Name { get; init; }

    public required DataOptionKind Kind { get; init; }

    /// <summary>What it does, with its unit, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>The smallest value of a number.</summary>
    public double Least { get; init; }

    /// <summary>The largest value of a number.</summary>
    public double Most { get; init; }

    /// <summary>What holds when nothing is given; null where it follows from another option, as <see cref="Meaning"/> says.</summary>
    public double? Default { get; init; }

    /// <summary>What may be chosen, one (the first is what holds when nothing is given) or several (all hold then).</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
