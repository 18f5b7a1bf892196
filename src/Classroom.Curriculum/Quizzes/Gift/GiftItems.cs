using System.Globalization;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// Items to put in order, as Moodle's ordering questions write them: <c>></c> with settings in the first line, then an item a line.
/// </summary>
internal static class GiftItems
{
    /// <summary>Of Moodle's ways to count points, the one that is nearest to ours: each item with all before and after it.</summary>
    public const string Grading = "RELATIVE_ALL_PREVIOUS_AND_NEXT";

    private const int Fewest = 3;

    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase) { "ALL", "EXACT" };

    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "EXACT", "RANDOM", "REL", "CONTIGUOUS", "CONTIG", "HORIZONTAL", "HORI", "H", "VERTICAL", "VERT", "V", "SHOW", "HIDE",
        "ALL_OR_NOTHING", "ABSOLUTE_POSITION", "ABSOLUTE", "ABS", "RELATIVE", "RELATIVE_NEXT_EXCLUDE_LAST", "RELATIVE_NEXT_INCLUDE_LAST",
        "RELATIVE_ONE_PREVIOUS_AND_NEXT", Grading, "RELATIVE_TO_CORRECT", "LONGEST_ORDERED_SUBSET", "LONGEST_CONTIGUOUS_SUBSET",
        "NONE", "ABC", "123", "III",
    };

    public static OrderingQuestion? Read(GiftFrame frame, GiftSpan section)
    {
        var lines = section.From(1).Split("\n").Select(line => line.Part.Trim());
        var items = lines.Skip(1).Where(line => !line.IsEmpty).Take(GiftLimits.MostAnswers + 1).ToList();
        if (!frame.HasRoomFor(items.Count))
        {
            return null;
        }
        CheckSettings(frame, lines.First(), items.Count);
        if (items.Count < Fewest)
        {
            frame.Log.Fault(
                frame.Line,
                $"There must be at least {Fewest} items, each on a line of its own below the >; there are {items.Count}. Add more.");
        }
        var texts = items.ConvertAll(item => frame.Texts.Unnamed(item, "The item"));
        frame.Distinct(items.Zip(texts, (item, text) => (item.Line, text)), "items");
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Items = texts,
            Feedback = frame.Comments.All(GiftComments.Feedback) is [var (line, said), ..]
                ? frame.Texts.Literal(said, line, "The feedback")
                : "",
            Explanation = frame.Comments.All(GiftComments.Explanation) is [var (from, why), ..] && frame.Explanation.Length == 0
                ? frame.Texts.Literal(why, from, "The explanation")
                : frame.Explanation,
        };
    }

    private static void CheckSettings(GiftFrame frame, GiftSpan header, int items)
    {
        var words = header.ToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var count = words is [var first, ..] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        var settings = words.Skip(count is null ? 0 : 1).ToList();
        if (settings.Find(word => !Settings.Contains(word)) is { } unknown)
        {
            frame.Log.Fault(
                header.Line,
                $"\"{Shorten(unknown)}\" is no setting of an ordering question. The items begin on the line below the >, each on its own.");
        }
        else if (count < items && !settings.Exists(All.Contains))
        {
            frame.Log.Fault(
                header.Line, $"Only {count} of {items} items would be shown. Here all of them always are: write >{items} ALL.");
        }
        else if (!settings.Contains(Grading, StringComparer.OrdinalIgnoreCase))
        {
            frame.Log.Note(header.Line, "Points are counted by pairs of items: those in the right order, less those in the wrong one.");
        }
    }

    private static string Shorten(string word) => word.Length <= 40 ? word : word[..40] + "…";
}
