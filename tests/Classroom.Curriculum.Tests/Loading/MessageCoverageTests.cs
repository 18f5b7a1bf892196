using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Classroom.Curriculum.Tests;

/// <summary>
/// Each message of the loader is proved on a broken sample by one of these tests. Here the loader's own sources are
/// read, so that a message that nobody has tested is found: every text in them that reads like a sentence must begin, up to its first
/// inserted value, as some expectation in these tests does.
/// </summary>
public sealed partial class MessageCoverageTests
{
    private const int Telling = 15;
    private const char Inserted = '\0';

    private static string Folder(string name) =>
        typeof(MessageCoverageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!;

    [Fact]
    public void Every_message_of_the_loader_is_proved_on_a_broken_sample()
    {
        var proofs = string.Join(
            '\n',
            Directory.GetFiles(Folder("Tests"), "*.cs", SearchOption.AllDirectories).SelectMany(file => Literals(File.ReadAllText(file))));
        var messages = Directory.GetFiles(Folder("Loader"), "*.cs")
            .SelectMany(
                file => Literals(Comments().Replace(File.ReadAllText(file), "")),
                (file, text) => (File: Path.GetFileName(file), Start: Start(text)))
            .Where(message => message.Start is not null).ToList();

        Assert.True(messages.Count > 80, $"Only {messages.Count} messages were found: look at how this test reads the sources.");
        Assert.Empty(messages.Where(message => !proofs.Contains(message.Start!, StringComparison.Ordinal))
            .Select(message => $"{message.File}: {message.Start}…"));
    }

    /// <summary>How the first piece of several words begins; null for what is no sentence, such as markup, a key or a pattern.</summary>
    private static string? Start(string literal) =>
        Sentence().IsMatch(literal)
            && literal.Split(Inserted).Select(piece => piece.Trim()).FirstOrDefault(piece => Words().Count(piece) >= 3) is { } words
            ? words[..Math.Min(words.Length, Telling)]
            : null;

    /// <summary>Texts that were put together over several lines are one.</summary>
    [GeneratedRegex("""(?<!\\)"\s*\n\s*\+ \$?"(?!")""")]
    private static partial Regex Joints();

    /// <summary>The text of every ordinary string in C# source, with <see cref="Inserted"/> where a value is inserted.</summary>
    private static IEnumerable<string> Literals(string source)
    {
        source = Joints().Replace(source, "");
        for (var at = 0; at < source.Length; at++)
        {
            if (source.AsSpan(at).StartsWith("\"\"\""))
            {
                at = source.IndexOf("\"\"\"", at + 3, StringComparison.Ordinal) is var end and >= 0 ? end + 2 : source.Length;
            }
            else if (source.AsSpan(at).StartsWith("'\"'") || source.AsSpan(at).StartsWith("'\\\"'"))
            {
                at += 2;
            }
            else if (source[at] == '"')
            {
                var inner = new List<string>();
                yield return Read(source, ref at, inner);
                foreach (var text in inner)
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>Reads one string from its opening quote to its closing one, where <paramref name="at"/> then stands.</summary>
    private static string Read(string source, ref int at, List<string> inner)
    {
        var inserts = at > 0 && source[at - 1] == '$' || at > 1 && source[at - 2] == '$';
        var verbatim = at > 0 && source[at - 1] == '@' || at > 1 && source[at - 2] == '@' && source[at - 1] == '$';
        var text = new StringBuilder();
        for (at++; at < source.Length && source[at] != '"'; at++)
        {
            if (source[at] == '\\' && !verbatim)
            {
                text.Append(source[++at]);
            }
            else if (inserts && source[at] == '{' && source[at + 1] != '{')
            {
                text.Append(Inserted);
                SkipInserted(source, ref at, inner);
            }
            else
            {
                text.Append(source[at]);
                at += inserts && source[at] is '{' or '}' && source[at + 1] == source[at] ? 1 : 0;
            }
        }
        return text.ToString();
    }

    private static void SkipInserted(string source, ref int at, List<string> inner)
    {
        for (var depth = 0; at < source.Length; at++)
        {
            depth += source[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return;
            }
            if (source[at] == '"')
            {
                inner.Add(Read(source, ref at, inner));
            }
        }
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Words();

    /// <summary>At least four words in a row.</summary>
    [GeneratedRegex("[A-Za-z]+ [a-z]+ [a-z]+ [a-z]+")]
    private static partial Regex Sentence();
}
