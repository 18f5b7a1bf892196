using System.Text;

namespace Classroom.Curriculum.Quizzes;

/// <summary>
/// Which questions an attempt shows, and in which order. Everything follows from the seed and the questions' ids alone, by arithmetic
/// of our own, so it is the same after a reload, in another process and on another version of .NET. Adding a question to a bank
/// can change which ones are drawn, but never how a question is arranged: store the drawn ids with the attempt and
/// <see cref="Arrange"/> them to be independent of later edits.
/// </summary>
public static class AttemptPlan
{
    public const int MinCount = 6;
    public const int MaxCount = 8;
    public const int UsualCount = 7;
    private const int WantedKinds = 3;

    /// <summary>
    /// Draws <paramref name="count"/> questions (all, if the quiz has fewer) of at least three kinds if the quiz has as many.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not 6, 7 or 8.</exception>
    public static IReadOnlyList<PlannedQuestion> Draw(Quiz quiz, int seed, int count = UsualCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, MinCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);

        var shuffled = quiz.Questions.OrderBy(question => Random(seed, "draw", question.Id))
            .ThenBy(question => question.Id, StringComparer.Ordinal);
        var firstOfKinds = shuffled.DistinctBy(question => question.Kind).Take(WantedKinds);
        return [.. firstOfKinds
            .Union(shuffled)
            .Take(count)
            .OrderBy(question => Random(seed, "place", question.Id))
            .ThenBy(question => question.Id, StringComparer.Ordinal)
            .Select(question => Arrange(question, seed))];
    }

    /// <summary>
    /// Draws up to <paramref name="count"/> of these ids in an order that follows from the seed alone: for quizzes that say themselves what
    /// they are drawn from.
    /// </summary>
    public static IEnumerable<string> Pick(IEnumerable<string> ids, int seed, int count) => ids
        .OrderBy(id => Random(seed, "draw", id))
        .ThenBy(id => id, StringComparer.Ordinal)
        .Take(count);

    /// <summary>
    /// How the attempt with this seed shows this question. What is to be put in order or matched is never shown already solved.
    /// </summary>
    public static PlannedQuestion Arrange(Question question, int seed) => new()
    {
        Question = question,
        Order = question switch
        {
            ReadChartQuestion { ChoicesAreRuns: true } chart => [.. Enumerable.Range(0, chart.Choices.Count)],
            OneAnswerQuestion one => Shuffle(one.Choices.Count, seed, question),
            SeveralAnswersQuestion several => Shuffle(several.Choices.Count, seed, question),
            MatchingQuestion matching => Unsolved(Shuffle(matching.Pairs.Count, seed, question)),
            OrderingQuestion ordering => Unsolved(Shuffle(ordering.Items.Count, seed, question)),
            _ => [],
        },
    };

    private static int[] Shuffle(int count, int seed, Question question)
    {
        var state = Random(seed, "order", question.Id);
        var order = Enumerable.Range(0, count).ToArray();
        for (var last = count - 1; last > 0; last--)
        {
            state = Mix(state);
            var pick = (int)(state % (ulong)(last + 1));
            (order[last], order[pick]) = (order[pick], order[last]);
        }
        return order;
    }

    private static int[] Unsolved(int[] order) =>
        order.Select((item, place) => item == place).All(inPlace => inPlace) ? [.. order.Skip(1), .. order.Take(1)] : order;

    /// <summary>FNV-1a over purpose and id, mixed with the seed.</summary>
    private static ulong Random(int seed, string purpose, string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes($"{purpose}:{id}"))
        {
            hash = (hash ^ octet) * 1099511628211UL;
        }
        return Mix(hash ^ Mix((uint)seed));
    }

    /// <summary>One step of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
