using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Gives each question of a file an id of its own: the one in its comments, else one that says its line.</summary>
internal sealed partial class GiftIds(GiftLog log)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public string Take(GiftComments comments, int line)
    {
        if (comments.All(GiftComments.Id) is [var (written, id), ..])
        {
            if (id.Length > GiftLimits.LongestId || !Slug().IsMatch(id))
            {
                log.Note(
                    written,
                    "The id is not kept: here an id has small letters, digits and single hyphens, such as best-epoch, "
                    + $"and at most {GiftLimits.LongestId} of them. The question gets a new one.");
            }
            else if (lines.TryAdd(id, written))
            {
                return id;
            }
            else
            {
                log.Fault(written, $"The question in line {lines[id]} has the id \"{id}\" already. Change one of the two, or take it out.");
                return id;
            }
        }
        var free = $"line-{line}";
        for (var number = 2; !lines.TryAdd(free, line); number++)
        {
            free = $"line-{line}-{number}";
        }
        return free;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
