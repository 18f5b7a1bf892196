using Classroom.Training.Settings;

namespace Classroom.Training.Data.Text;

/// <summary>A text of short lines, to be continued letter by letter.</summary>
internal sealed class TextDataSet : BuiltInDataSet
{
    private const int LinesSeed = 0;
    private const int ShuffleSeed = 1;

    private readonly char[] vocabulary;
    private readonly string train;
    private readonly string validation;

    private TextDataSet(DataSetInfo info, char[] vocabulary, string train, string validation)
        : base(
            info,
            new DataOption
            {
                Name = "shuffle",
                Kind = DataOptionKind.One,
                Choices = ["none", "characters", "words"],
                Meaning = "Destroys the order: of all characters, or of all words with the lines staying as long as they are.",
            })
    {
        this.vocabulary = vocabulary;
        this.train = train;
        this.validation = validation;
    }

    /// <summary>Reads the text that is part of this program.</summary>
    /// <param name="id">The file's name without its ending, and the data set's id.</param>
    /// <param name="title">The data set's title.</param>
    /// <param name="description">Its description, {0} being the number of lines.</param>
    /// <param name="window">Characters in one example.</param>
    public static TextDataSet Create(string id, string title, string description, int window)
    {
        using var stream = typeof(TextDataSet).Assembly.GetManifestResourceStream($"{id}.txt")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var vocabulary = lines.SelectMany(s => s).Append('\n').Distinct().Order().ToArray();

        new Random(LinesSeed).Shuffle(lines);
        var validationLines = lines.Length / 5;
        var train = string.Concat(lines[..^validationLines].Select(line => line + '\n'));
        var validation = string.Concat(lines[^validationLines..].Select(line => line + '\n'));
        var info = new DataSetInfo
        {
            Id = id,
            Title = title,
            Description = string.Format(null, description, lines.Length),
            Kind = DataSetKind.Text,

            // Each window needs one more character, the last one's target.
            Train = (train.Length - 1) / window,
            Validation = (validation.Length - 1) / window,
            Shape = [window],
            Classes = [.. vocabulary.Select(c => c.ToString())],
        };
        return new(info, vocabulary, train, validation);
    }

    protected override DataSet Build(DataConfig options) =>
        new(Info, (byte[])[.. Encode(train, options.Shuffle), .. Encode(validation, options.Shuffle)], ReadOnlyMemory<byte>.Empty)
        {
            TrainCharacters = train.Length,
        };

    private IEnumerable<byte> Encode(string text, TextShuffle shuffle)
    {
        var shuffled = shuffle switch
        {
            TextShuffle.Characters => ShuffleCharacters(text),
            TextShuffle.Words => ShuffleWords(text),
            _ => text,
        };
        return shuffled.Select(c => (byte)Array.BinarySearch(vocabulary, c));
    }

    private static string ShuffleCharacters(string text)
    {
        var characters = text.ToCharArray();
        new Random(ShuffleSeed).Shuffle(characters);
        return new(characters);
    }

    // Full stops and line ends stay at the ends of lines, so that nothing but the order of the words is lost.
    private static string ShuffleWords(string text)
    {
        var words = text.Split([' ', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
        new Random(ShuffleSeed).Shuffle(words);
        var next = 0;
        var lines = text.Split('\n')[..^1].Select(line =>
        {
            var count = line.Split(' ').Length;
            var end = line.EndsWith('.') ? ".\n" : "\n";
            return string.Join(' ', words[next..(next += count)]) + end;
        });
        return string.Concat(lines);
    }
}
