namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Lines between two blank ones: a question, or a category.</summary>
internal sealed class GiftBlock
{
    private readonly List<(int Line, string Text)> lines = [];

    public required GiftComments Comments { get; init; }

    /// <summary>All but comments.</summary>
    public IReadOnlyList<(int Line, string Text)> Lines => lines;

    /// <summary>The blocks of a text, in order. Those of comments alone are left out.</summary>
    public static IEnumerable<GiftBlock> Split(string text)
    {
        var block = new GiftBlock { Comments = new() };
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                if (block.lines.Count > 0)
                {
                    yield return block;
                }
                block = block.lines.Count > 0 || block.Comments.Any ? new() { Comments = new() } : block;
            }
            else if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            {
                block.Comments.Add(number, line.TrimStart()[2..]);
            }
            else
            {
                block.lines.Add((number, line));
            }
        }
        if (block.lines.Count > 0)
        {
            yield return block;
        }
    }
}
