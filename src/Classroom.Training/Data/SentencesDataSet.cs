namespace Classroom.Training;

/// <summary>The built-in text: sentences from a few simple patterns, one a line.</summary>
internal static class SentencesDataSet
{
    private const int Window = 32;
    private const int Seed = 0;

    public static DataSet Read()
    {
        using var stream = typeof(SentencesDataSet).Assembly.GetManifestResourceStream("sentences.txt")!;
        using var reader = new StreamReader(stream);
        var sentences = reader.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var vocabulary = sentences.SelectMany(s => s).Append('\n').Distinct().Order().ToArray();

        new Random(Seed).Shuffle(sentences);
        var validationSentences = sentences.Length / 5;
        var train = Encode(sentences[..^validationSentences]);
        var validation = Encode(sentences[^validationSentences..]);
        var info = new DataSetInfo
        {
            Id = "sentences",
            Title = "Simple sentences",
            Description = $"{sentences.Length} short sentences about animals, children, games and the weather, to be continued letter by letter. One example is a window of {Window} characters.",
            Kind = DataSetKind.Text,

            // Each window needs one more character, the last one's target.
            Train = (train.Length - 1) / Window,
            Validation = (validation.Length - 1) / Window,
            Shape = [Window],
            Classes = [.. vocabulary.Select(c => c.ToString())],
        };
        return new(info, (byte[])[.. train, .. validation], ReadOnlyMemory<byte>.Empty) { TrainCharacters = train.Length };

        byte[] Encode(string[] lines) =>
            [.. lines.SelectMany(line => line + '\n').Select(c => (byte)Array.BinarySearch(vocabulary, c))];
    }
}
