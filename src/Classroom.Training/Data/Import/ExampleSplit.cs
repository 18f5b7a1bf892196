namespace Classroom.Training.Data.Import;

/// <summary>Which examples are trained on and which validate, and in which order they are stored.</summary>
/// <param name="Kind">Where the split comes from.</param>
/// <param name="Order">Places of the examples in the order in which they came: training examples first.</param>
/// <param name="Validation">How many at the end of <paramref name="Order"/> are for validation, at least one.</param>
internal sealed record ExampleSplit(SplitKind Kind, int[] Order, int Validation)
{
    private const int Seed = 0;
    private const int OneIn = 5;

    public int Train => Order.Length - Validation;

    /// <summary>
    /// Shuffled, always the same way, so that two imports of the same files are the same data set. A fifth of each class is for
    /// validation: at least one example of a class that has two or more, and never all of them.
    /// </summary>
    /// <param name="labels">One for each example, at least two.</param>
    public static ExampleSplit Stratified(ReadOnlySpan<byte> labels)
    {
        var order = Shuffled(labels.Length);
        var left = new int[byte.MaxValue + 1];
        foreach (var label in labels)
        {
            left[label]++;
        }

        for (var label = 0; label < left.Length; label++)
        {
            left[label] = left[label] < 2 ? 0 : Math.Max(1, (int)Math.Round((double)left[label] / OneIn, MidpointRounding.AwayFromZero));
        }

        var validates = new bool[labels.Length];
        foreach (var number in Enumerable.Reverse(order))
        {
            validates[number] = left[labels[number]]-- > 0;
        }

        // Where no class has two examples, one of them has to do.
        validates[order[^1]] |= !validates.Contains(true);
        return Create(SplitKind.Stratified, order, validates);
    }

    /// <summary>As was given, each part shuffled.</summary>
    /// <param name="validates">One for each example; both values occur.</param>
    public static ExampleSplit Given(IReadOnlyList<bool> validates) => Create(SplitKind.Folders, Shuffled(validates.Count), validates);

    /// <summary>How many examples each class has.</summary>
    /// <param name="labels">One for each example, in the order in which they came.</param>
    /// <param name="names">The name of each label.</param>
    public IReadOnlyList<ReadClass> Count(ReadOnlySpan<byte> labels, IReadOnlyList<string> names)
    {
        var (train, validation) = (new int[names.Count], new int[names.Count]);
        foreach (var (place, number) in Order.Index())
        {
            (place < Train ? train : validation)[labels[number]]++;
        }

        return [.. names.Select((name, label) => new ReadClass(name, train[label], validation[label]))];
    }

    private static ExampleSplit Create(SplitKind kind, int[] order, IReadOnlyList<bool> validates) =>
        new(
            kind,
            [.. order.Where(number => !validates[number]), .. order.Where(number => validates[number])],
            validates.Count(validate => validate));

    private static int[] Shuffled(int examples)
    {
        var order = Enumerable.Range(0, examples).ToArray();
        new Random(Seed).Shuffle(order);
        return order;
    }
}
