namespace Classroom.Naming;

/// <summary>A number and what is counted: "1 row", "2 rows", "1,200 rows".</summary>
public static class Counted
{
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="many">The word for several, where that is not <paramref name="one"/> with an s.</param>
    public static string Format(long number, string one, string? many = null) => $"{number:N0} {Noun(number, one, many)}";

    /// <summary>The word alone, where the number stands apart.</summary>
    public static string Noun(long number, string one, string? many = null) => number == 1 ? one : many ?? one + "s";

    /// <summary>How far a number of things has come: "1 of 4 runs is done", "0 of 1 run are done".</summary>
    public static string Done(long done, long all, string one) => $"{done:N0} of {Format(all, one)} {Noun(done, "is", "are")} done";
}
