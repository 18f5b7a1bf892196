namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>Pairs to match: <c>=left -> right</c>. GIFT has no place for their feedback: it is in comments, one for each pair.</summary>
internal static class GiftPairs
{
    private const int Fewest = 3;

    public static MatchingQuestion? Read(GiftFrame frame, GiftSpan section)
    {
        var parts = section.Split("=").Where(part => part.Sign == '=' || !part.Part.Trim().IsEmpty)
            .Take(GiftLimits.MostAnswers + 1).ToList();
        if (!frame.HasRoomFor(parts.Count))
        {
            return null;
        }
        var pairs = new List<(int Line, MatchingPair Pair)>();
        var feedback = frame.Comments.All(GiftComments.Feedback);
        foreach (var (sign, part) in parts)
        {
            var line = part.Trim() is { IsEmpty: false } words ? words.Line : part.LineBefore;
            var (left, right) = part.Cut("->");
            if (sign == '\0' || right is null)
            {
                frame.Log.Fault(line, "Every pair is written =left -> right. Write the = and the arrow.");
            }
            else if (part.IndexOf("#") >= 0)
            {
                frame.Log.Fault(line, "A pair has no feedback in GIFT. Move it behind ####, or write \\# for the sign itself.");
            }
            else if (left.Trim().IsEmpty || right.Value.Trim().IsEmpty)
            {
                frame.Log.Fault(line, "Neither side of a pair can be empty: each belongs to one other. Fill it in, or take the pair out.");
            }
            else
            {
                var (from, said) = pairs.Count < feedback.Count ? feedback[pairs.Count] : (line, "");
                pairs.Add((line, new(
                    frame.Texts.Plain(left, "The left side"),
                    frame.Texts.Literal(right.Value, "The right side"),
                    frame.Texts.Literal(said, from, "The feedback"))));
            }
        }
        if (parts.Count < Fewest)
        {
            frame.Log.Fault(frame.Line, $"There must be at least {Fewest} pairs to match; this question has {parts.Count}. Add more.");
        }
        frame.Distinct(pairs.Select(pair => (pair.Line, pair.Pair.Left)), "left sides");
        frame.Distinct(pairs.Select(pair => (pair.Line, pair.Pair.Right)), "right sides");
        return new()
        {
            Id = frame.Id,
            Level = frame.Level,
            Objective = frame.Title,
            PromptHtml = frame.Prompt.Html,
            PromptText = frame.Prompt.Text,
            Hint = frame.Hint,
            Pairs = [.. pairs.Select(pair => pair.Pair)],
            Explanation = frame.Explanation,
        };
    }
}
