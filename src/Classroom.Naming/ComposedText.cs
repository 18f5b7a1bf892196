using System.Globalization;
using System.Text;

namespace Classroom.Naming;

/// <summary>
/// Text whose letters are composed with their marks, so that two spellings that look the same are the same: Unicode's normalization
/// form C (Standard Annex 15). .NET has it only where the machine has ICU, which Classroom does without.
/// </summary>
public static class ComposedText
{
    // Korean syllables are composed by their numbers (The Unicode Standard, 3.12).
    private const int Syllable = 0xAC00;
    private const int Lead = 0x1100;
    private const int Vowel = 0x1161;
    private const int Tail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Lazy<Letters> Data = new(ReadLetters);

    /// <param name="text">Half a character in it becomes U+FFFD.</param>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var characters = new List<(int Code, int Class)>();
        foreach (var rune in text.EnumerateRunes())
        {
            TakeApart(rune.Value, characters);
        }

        SortMarks(characters);
        return string.Concat(Compose(characters).Select(char.ConvertFromUtf32));
    }

    private static void TakeApart(int code, List<(int Code, int Class)> characters)
    {
        if (Data.Value.Parts.TryGetValue(code, out var parts))
        {
            Array.ForEach(parts, part => TakeApart(part, characters));
        }
        else if (code is >= Syllable and < Syllable + (Leads * Vowels * Tails))
        {
            var (pair, tail) = Math.DivRem(code - Syllable, Tails);
            characters.Add((Lead + (pair / Vowels), 0));
            characters.Add((Vowel + (pair % Vowels), 0));
            if (tail > 0)
            {
                characters.Add((Tail + tail, 0));
            }
        }
        else
        {
            characters.Add((code, Data.Value.Classes.GetValueOrDefault(code)));
        }
    }

    // Marks above and below one letter may come in any order; each run of them is sorted by class, and no further.
    private static void SortMarks(List<(int Code, int Class)> characters)
    {
        for (var at = 0; at < characters.Count; at++)
        {
            var marks = characters.Skip(at).TakeWhile(character => character.Class > 0).OrderBy(mark => mark.Class).ToList();
            foreach (var mark in marks)
            {
                characters[at++] = mark;
            }
        }
    }

    private static List<int> Compose(List<(int Code, int Class)> characters)
    {
        var composed = new List<int>();
        var (letter, before) = (-1, 0);
        foreach (var (code, markClass) in characters)
        {
            // A mark reaches the letter unless one of its class, or another letter, stands between them.
            if (letter >= 0 && (before == 0 || before < markClass) && Pair(composed[letter], code) is { } whole)
            {
                composed[letter] = whole;
                continue;
            }

            letter = markClass == 0 ? composed.Count : letter;
            before = markClass;
            composed.Add(code);
        }

        return composed;
    }

    private static int? Pair(int first, int second)
    {
        if (first is >= Lead and < Lead + Leads && second is >= Vowel and < Vowel + Vowels)
        {
            return Syllable + ((((first - Lead) * Vowels) + second - Vowel) * Tails);
        }

        if (first is >= Syllable and < Syllable + (Leads * Vowels * Tails) && (first - Syllable) % Tails == 0 && second is > Tail and < Tail + Tails)
        {
            return first + second - Tail;
        }

        return Data.Value.Wholes.TryGetValue((first, second), out var whole) ? whole : null;
    }

    private static Letters ReadLetters()
    {
        var letters = new Letters([], [], []);
        using var reader = new StreamReader(typeof(ComposedText).Assembly.GetManifestResourceStream("ComposedText.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            switch (fields[0])
            {
                case "=":
                    for (var code = Hex(fields[1]); code <= Hex(fields[2]); code++)
                    {
                        letters.Classes.Add(code, int.Parse(fields[3], CultureInfo.InvariantCulture));
                    }

                    break;
                case "+" or "-":
                    letters.Parts.Add(Hex(fields[1]), [.. fields.Skip(2).Select(Hex)]);
                    if (fields[0] == "+")
                    {
                        letters.Wholes.Add((Hex(fields[2]), Hex(fields[3])), Hex(fields[1]));
                    }

                    break;
            }
        }

        return letters;
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <param name="Parts">What a letter is composed of.</param>
    /// <param name="Wholes">What two characters compose.</param>
    /// <param name="Classes">Marks by their combining class; letters have 0.</param>
    private sealed record Letters(Dictionary<int, int[]> Parts, Dictionary<(int First, int Second), int> Wholes, Dictionary<int, int> Classes);
}
