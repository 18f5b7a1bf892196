using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Classroom.Curriculum.Loading;

/// <summary>
/// Reads the keys of one YAML mapping strictly. Every method notes what is wrong and then returns null or leaves the item out,
/// so that reading goes on and finds the next fault. <see cref="RejectOthers"/> comes last: it reports every key that was not asked for.
/// </summary>
internal sealed class YamlFields(YamlMappingNode node, SourceFile file, string what)
{
    private readonly HashSet<string> asked = [];

    public int Line => LineOf(node);

    /// <summary>How faults name this mapping; refined once its id is known.</summary>
    public string What { get; set; } = what;

    /// <summary>The mapping as it stands, for plain data that is checked elsewhere: every key in it counts as asked for.</summary>
    public JsonObject AsJson() => YamlJson.Convert(node);

    public void Fault(string message, int? line = null) => file.Fault(line ?? Line, $"{What}: {message}");

    public LinedText? OptionalText(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            return null;
        }
        if (value is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
        {
            return new(text.Trim(), LineOf(value));
        }
        Fault($"\"{key}\" must be a text and not be empty.", LineOf(value));
        return null;
    }

    public LinedText? Text(string key)
    {
        if (Find(key) is not null)
        {
            return OptionalText(key);
        }
        Missing(key);
        return null;
    }

    public bool? OptionalFlag(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }
        if (text.Text is "true" or "false")
        {
            return text.Text == "true";
        }
        Fault($"\"{key}\" must be true or false, not \"{text.Text}\".", text.Line);
        return null;
    }

    public bool? Flag(string key)
    {
        if (Find(key) is not null)
        {
            return OptionalFlag(key);
        }
        Missing(key);
        return null;
    }

    /// <summary>A list of texts; empty where it is missing.</summary>
    public IReadOnlyList<LinedText> OptionalTexts(string key)
    {
        var texts = new List<LinedText>();
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            {
                texts.Add(new(text.Trim(), LineOf(item)));
            }
            else
            {
                Fault(
                    $"Every item of \"{key}\" must be a text and not be empty; one with \": \" or \", \" in it needs quotes.",
                    LineOf(item));
            }
        }
        return texts;
    }

    public IReadOnlyList<LinedText> Texts(string key)
    {
        if (Find(key) is null)
        {
            Missing(key);
        }
        return OptionalTexts(key);
    }

    /// <summary>One mapping.</summary>
    public YamlFields? Map(string key, string itemName)
    {
        switch (Find(key))
        {
            case null:
                Missing(key);
                return null;
            case YamlMappingNode map:
                return new YamlFields(map, file, What.Length == 0 ? itemName : $"{What}, {itemName}");
            case var other:
                Fault($"\"{key}\" must be a mapping of \"key: value\" lines.", LineOf(other));
                return null;
        }
    }

    /// <summary>One mapping, or null where it is missing.</summary>
    public YamlFields? OptionalMap(string key, string itemName) => Has(key) ? Map(key, itemName) : null;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>A list of mappings; empty where it is missing.</summary>
    public IReadOnlyList<YamlFields> OptionalMaps(string key, string itemName)
    {
        var maps = new List<YamlFields>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode map)
            {
                maps.Add(
                    new YamlFields(map, file, What.Length == 0 ? $"{itemName} {maps.Count + 1}" : $"{What}, {itemName} {maps.Count + 1}"));
            }
            else
            {
                Fault($"Every item of \"{key}\" must be a mapping of \"key: value\" lines.", LineOf(item));
            }
        }
        return maps;
    }

    public IReadOnlyList<YamlFields> Maps(string key, string itemName)
    {
        if (Find(key) is null)
        {
            Missing(key);
        }
        return OptionalMaps(key, itemName);
    }

    /// <summary>Reports keys that nobody asked for: most are slips of the finger, and would otherwise be lost without a word.</summary>
    public void RejectOthers()
    {
        foreach (var (key, _) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? key.ToString();
            if (!asked.Contains(name))
            {
                Fault(
                    $"The key \"{name}\" is not known here; known are {string.Join(", ", asked.Order(StringComparer.Ordinal))}.",
                    LineOf(key));
            }
        }
    }

    public void Missing(string key) => Fault($"\"{key}\" is missing.");

    private IEnumerable<YamlNode> Items(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children;
            case var other:
                Fault($"\"{key}\" must be a list.", LineOf(other));
                return [];
        }
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(child => child.Key is YamlScalarNode name && name.Value == key).Value;
    }

    /// <summary>A mapping without braces inside a list in brackets has no mark of its own; its first key has.</summary>
    private static int LineOf(YamlNode node) => (int)(node is YamlMappingNode { Children: [var (key, _), ..] } ? key : node).Start.Line;
}
