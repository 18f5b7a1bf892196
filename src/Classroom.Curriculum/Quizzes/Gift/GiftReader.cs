using System.Text;

namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>
/// Reads questions from Moodle's GIFT text format (https://docs.moodle.org/en/GIFT_format). Whatever our kinds of question cannot hold is
/// refused with its line; nothing is left out or changed without a fault or a note. Takes time in proportion to the text.
/// </summary>
public static class GiftReader
{
    private const string Category = "$CATEGORY:";

    /// <summary>The questions that could be read, and what is wrong with the others. Never throws, whatever the text.</summary>
    public static GiftReading Read(string text)
    {
        var log = new GiftLog();
        var questions = new List<GiftQuestion>();
        if (Encoding.UTF8.GetByteCount(text) > GiftLimits.MostBytes)
        {
            log.Fault(1, "The file is larger than 1 MiB. Split it into smaller files.");
        }
        else
        {
            ReadBlocks(text, questions, log);
        }
        return new() { Questions = questions, Faults = log.Faults, Notes = log.Notes };
    }

    private static void ReadBlocks(string text, List<GiftQuestion> questions, GiftLog log)
    {
        var reader = new GiftQuestionReader(log, new GiftIds(log));
        string? category = null;
        var (count, categories) = (0, 0);
        foreach (var block in GiftBlock.Split(text))
        {
            var (line, first) = block.Lines[0];
            var isCategory = first.TrimStart().StartsWith(Category, StringComparison.Ordinal);
            if ((isCategory ? categories++ : count++) == GiftLimits.MostQuestions)
            {
                log.Fault(
                    line,
                    $"A file may have {GiftLimits.MostQuestions:N0} questions and as many categories. From here on nothing was read: "
                    + "split the file.");
                return;
            }
            if (isCategory)
            {
                category = ReadCategory(block, log) ?? category;
            }
            else if (block.Lines.Skip(1).FirstOrDefault(later => later.Text.TrimStart().StartsWith(Category, StringComparison.Ordinal))
                is { Text: not null } later)
            {
                log.Fault(later.Line, "A category needs a blank line before it. Add one.");
            }
            else if (reader.Read(block) is { } question)
            {
                questions.Add(new(question, line, category, Tags(block, log)));
            }
        }
    }

    private static string? ReadCategory(GiftBlock block, GiftLog log)
    {
        var name = block.Lines[0].Text.TrimStart()[Category.Length..].Trim();
        var fault = block.Lines.Count > 1
            ? "A category needs a blank line after it. Add one."
            : name.Length is 0 or > GiftLimits.LongestName || name.Any(char.IsControl)
                ? $"A category has a name of 1 to {GiftLimits.LongestName} characters. Write one after $CATEGORY:."
                : null;
        if (fault is null)
        {
            return name;
        }
        log.Fault(block.Lines[0].Line, fault);
        return null;
    }

    private static IReadOnlyList<string> Tags(GiftBlock block, GiftLog log)
    {
        var tags = block.Comments.AllTags();
        foreach (var tag in tags.Where(tag => tag.Length > GiftLimits.LongestName || tag.Any(char.IsControl)))
        {
            log.Note(
                block.Lines[0].Line,
                $"A tag is left out: it has more than {GiftLimits.LongestName} characters, or some that cannot be shown.");
        }
        return [.. tags.Where(tag => tag.Length <= GiftLimits.LongestName && !tag.Any(char.IsControl))];
    }
}
