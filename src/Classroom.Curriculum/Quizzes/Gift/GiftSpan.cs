namespace Classroom.Curriculum.Quizzes.Gift;

/// <summary>A part of a question. Looking for a sign finds only those without an escape.</summary>
internal readonly record struct GiftSpan(GiftChars Chars, int Start, int Length)
{
    public bool IsEmpty => Length == 0;

    public int Line => Chars.Line(Start);

    /// <summary>The sign that it begins with; none where it is empty or begins with an escape.</summary>
    public char First => Length == 0 ? '\0' : Chars.Sign(Start);

    /// <summary>Where the sign before it stands.</summary>
    public int LineBefore => Chars.Line(Math.Max(0, Start - 1));

    public int LineAt(int at) => Chars.Line(Start + at);

    public GiftSpan From(int at) => new(Chars, Start + at, Length - at);

    public GiftSpan To(int end) => this with { Length = end };

    public GiftSpan TrimStart()
    {
        var start = 0;
        while (start < Length && char.IsWhiteSpace(Chars.Sign(Start + start)))
        {
            start++;
        }
        return From(start);
    }

    public GiftSpan Trim()
    {
        var trimmed = TrimStart();
        var end = trimmed.Length;
        while (end > 0 && char.IsWhiteSpace(Chars.Sign(trimmed.Start + end - 1)))
        {
            end--;
        }
        return trimmed.To(end);
    }

    /// <summary>Where the signs stand one after the other; −1 where they do not.</summary>
    public int IndexOf(string signs, int from = 0)
    {
        for (var at = from; at + signs.Length <= Length; at++)
        {
            if (BeginsAt(at, signs))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>Where the first of these signs stands; −1 without one.</summary>
    public int IndexOfAny(string signs, int from = 0)
    {
        for (var at = from; at < Length; at++)
        {
            if (signs.Contains(Chars.Sign(Start + at), StringComparison.Ordinal))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>The part before each of these signs, and what follows the last, each with the sign before it; the first has none.</summary>
    public IEnumerable<(char Sign, GiftSpan Part)> Split(string signs)
    {
        var (sign, start) = ('\0', 0);
        while (true)
        {
            var end = IndexOfAny(signs, start);
            yield return (sign, From(start).To((end < 0 ? Length : end) - start));
            if (end < 0)
            {
                yield break;
            }
            (sign, start) = (Chars.Sign(Start + end), end + 1);
        }
    }

    /// <summary>What stands before the sign, and what after it; the second is null without one.</summary>
    public (GiftSpan Before, GiftSpan? After) Cut(string sign)
    {
        var at = IndexOf(sign);
        return at < 0 ? (this, null) : (To(at), From(at + sign.Length));
    }

    /// <summary>Its characters. The end of a line is a space, unless <paramref name="keepLines"/>; a written \n is a line break.</summary>
    public string ToText(bool keepLines = false)
    {
        var text = new char[Length];
        for (var at = 0; at < Length; at++)
        {
            text[at] = Chars.Sign(Start + at) == '\n' && !keepLines ? ' ' : Chars[Start + at];
        }
        return new string(text);
    }

    private bool BeginsAt(int at, string signs)
    {
        for (var next = 0; next < signs.Length; next++)
        {
            if (Chars.Sign(Start + at + next) != signs[next])
            {
                return false;
            }
        }
        return true;
    }
}
