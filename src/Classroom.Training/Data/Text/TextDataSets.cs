namespace Classroom.Training.Data.Text;

/// <summary>The built-in texts, written for this project.</summary>
internal static class TextDataSets
{
    public static IReadOnlyList<TextDataSet> All { get; } =
    [
        TextDataSet.Create(
            "sentences",
            "Simple sentences",
            "{0} short sentences about animals, children, games and the weather, to be continued letter by letter. One example is a "
                + "window of 32 characters.",
            window: 32),
        TextDataSet.Create(
            "names",
            "First names",
            "{0} first names from all over the world. A network that has read them invents new ones, letter by letter. One example is a "
                + "window of 16 characters.",
            window: 16),
    ];
}
