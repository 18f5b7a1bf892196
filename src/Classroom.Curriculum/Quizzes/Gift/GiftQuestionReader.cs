namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Reads one question: title, prompt, and the answer section in braces, which says what kind it is.</summary>
internal sealed class GiftQuestionReader(GiftLog log, GiftIds ids)
{
    private const string GeneralFeedback = "####";

    /// <summary>The question, or null with a fault that says why not.</summary>
    public Question? Read(GiftBlock block)
    {
        var faults = log.FaultCount;
        var all = new GiftChars(block.Lines).All.Trim();
        var texts = new GiftText(log);
        var (title, body) = CutTitle(all, texts);
        if (CutSection(body) is not var (before, section, after))
        {
            return null;
        }
        var prompt = texts.Prompt(before, after);
        var (answers, general) = CutFeedback(section);
        var frame = new GiftFrame
        {
            Log = log,
            Texts = texts,
            Comments = block.Comments,
            Line = section.Line,
            Id = ids.Take(block.Comments, block.Lines[0].Line),
            Level = Level(block.Comments),
            Title = title,
            Prompt = prompt,
            Hint = Comment(block.Comments, texts, GiftComments.Hint, "The hint"),
            GeneralFeedback = general is { } why ? texts.Plain(why, "The general feedback") : "",
        };
        var question = ReadKind(frame, answers.Trim());
        return log.FaultCount == faults ? question : null;
    }

    private Question? ReadKind(GiftFrame frame, GiftSpan section)
    {
        if (section.IsEmpty)
        {
            log.Fault(
                frame.Line,
                "Empty braces ask for an essay, which cannot be graded here. Write answers between the braces, or take the question out.");
            return null;
        }
        if (section.First == '>')
        {
            return GiftItems.Read(frame, section);
        }
        if (section.First == '#')
        {
            return GiftNumbers.Read(frame, section.From(1));
        }
        if (section.IndexOf("~") >= 0)
        {
            return GiftChoices.Read(frame, section);
        }
        if (GiftTrueFalse.AnswerIn(section) is { } answer)
        {
            return GiftTrueFalse.Read(frame, section, answer);
        }
        return section.IndexOf("=") >= 0 && section.IndexOf("->") >= 0
            ? GiftPairs.Read(frame, section)
            : GiftShortAnswers.Read(frame, section);
    }

    private (string Title, GiftSpan Body) CutTitle(GiftSpan all, GiftText texts)
    {
        if (all.IndexOf("::") != 0)
        {
            return ("", all);
        }
        if (all.IndexOf("::", 2) is not (>= 0 and var end))
        {
            log.Fault(all.Line, "The title is not closed. Write :: after it, or \\: for a colon that is meant.");
            return ("", all.From(2));
        }
        var title = all.From(2).To(end - 2);
        if (title.Length > GiftLimits.LongestName)
        {
            log.Fault(
                title.Line, $"The title has {title.Length:N0} characters; at most {GiftLimits.LongestName} are kept. Make it shorter.");
            return ("", all.From(end + 2));
        }
        return (texts.Literal(title, "The title"), all.From(end + 2).Trim());
    }

    private (GiftSpan Before, GiftSpan Section, GiftSpan After)? CutSection(GiftSpan body)
    {
        var open = body.IndexOf("{");
        var close = body.IndexOf("}");
        if (open < 0 && close < 0)
        {
            log.Fault(
                body.Line,
                "There are no answers in braces, so this is a description, which a quiz here has no place for. Add answers such as {T}, "
                + "put the text into the question it belongs to, or write // before each line.");
            return null;
        }
        if (open < 0 || (close >= 0 && close < open))
        {
            log.Fault(body.LineAt(close), "A } stands here without a { before it. Write \\} for the sign itself.");
            return null;
        }
        if (body.IndexOfAny("{", open + 1) is >= 0 and var second && (close < 0 || second < close))
        {
            log.Fault(
                body.LineAt(second), "A { stands inside the braces. Write \\{ for the sign itself, or } after the answers before it.");
            return null;
        }
        if (close < 0)
        {
            log.Fault(
                body.LineAt(open),
                "This { is not closed before the question ends. Write } after the answers. Blank lines end a question: write \\n.");
            return null;
        }
        if (body.IndexOfAny("{}", close + 1) is >= 0 and var more)
        {
            log.Fault(
                body.LineAt(more),
                "A question has one pair of braces. Put a blank line before the next question, or write \\{ and \\} for the signs.");
            return null;
        }
        return (body.To(open), body.From(open + 1).To(close - open - 1), body.From(close + 1));
    }

    private (GiftSpan Answers, GiftSpan? General) CutFeedback(GiftSpan section)
    {
        var (answers, general) = section.Cut(GeneralFeedback);
        if (general is { } said && (said.IndexOf(GeneralFeedback) >= 0 || said.IndexOfAny("~=") >= 0))
        {
            log.Fault(
                said.LineAt(Math.Max(0, said.IndexOfAny("#~="))),
                "General feedback after #### comes last, once. Move the answers before it; write \\~, \\= or \\# for the signs.");
        }
        return (answers, general);
    }

    private QuestionLevel Level(GiftComments comments)
    {
        if (comments.All(GiftComments.Level) is not [var (line, level), ..])
        {
            return QuestionLevel.Core;
        }
        if (level is not ("core" or "deep"))
        {
            log.Fault(line, "The level is core or deep. Write one of the two.");
        }
        return level == "deep" ? QuestionLevel.Deep : QuestionLevel.Core;
    }

    private static string Comment(GiftComments comments, GiftText texts, string name, string what) =>
        comments.All(name) is [var (line, text), ..] ? texts.Literal(text, line, what) : "";
}
