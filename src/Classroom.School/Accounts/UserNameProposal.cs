using System.Globalization;
using System.Text;
using Classroom.Naming;

namespace Classroom.School.Accounts;

/// <summary>User names made of people's names, in letters that every keyboard has: "María López" is maria.lopez.</summary>
internal static class UserNameProposal
{
    /// <summary>Room for the number behind it.</summary>
    private const int Longest = 30;

    /// <summary>For a name of which no letter is left, as in Chinese.</summary>
    private const string Nameless = "student";

    // What is no letter with a mark, and has a usual spelling.
    private static readonly Dictionary<char, string> Spellings = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ı'] = "i",
    };

    /// <summary>The first and the last word of the name.</summary>
    public static string For(string name)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length > 0).ToList();
        var proposal = words.Count switch
        {
            0 => Nameless,
            1 => words[0],
            _ => $"{words[0]}.{words[^1]}",
        };
        return proposal.Length > Longest ? proposal[..Longest].TrimEnd('.') : proposal;
    }

    /// <summary>The proposal itself, then with 2, 3 and so on.</summary>
    public static string Numbered(string proposal, int number) =>
        number == 1 ? proposal : string.Create(CultureInfo.InvariantCulture, $"{proposal}{number}");

    private static string Plain(string word)
    {
        var plain = new StringBuilder();
        foreach (var letter in ComposedText.Decompose(word.ToLowerInvariant()))
        {
            plain.Append(char.IsAsciiLetterOrDigit(letter) ? $"{letter}" : Spellings.GetValueOrDefault(letter));
        }

        return plain.ToString();
    }
}
