using Classroom.Curriculum.Terms;

namespace Classroom.Web.Features.Glossary;

/// <summary>A term on the map.</summary>
/// <param name="X">Middle of the term's disc.</param>
public sealed record MapNode(Term Term, double X, double Y)
{
    /// <summary>The name in lines that fit below the disc.</summary>
    public IReadOnlyList<string> Lines { get; } = Wrap(Term.Name);

    private static List<string> Wrap(string name)
    {
        const int LineLength = 15;
        var lines = new List<string>();
        foreach (var word in name.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength)
            {
                lines[^1] += ' ' + word;
            }
            else
            {
                lines.Add(word);
            }
        }
        return lines;
    }
}
