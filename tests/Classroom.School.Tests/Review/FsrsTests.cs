using Classroom.School.Review;
using CsCheck;
using static Classroom.School.Review.ReviewRating;

namespace Classroom.School.Tests;

public sealed class FsrsTests
{
    private static readonly ReviewRating[] Ratings = Enum.GetValues<ReviewRating>();

    private static readonly Gen<ReviewRating> AnyRating = Gen.Int[1, 4].Select(number => (ReviewRating)number);

    private static readonly Gen<Memory> AnyMemory =
        Gen.Select(Gen.Double[-6.9, 8.0], Gen.Double[1, 10])
            .Select((logStability, difficulty) => new Memory(Math.Exp(logStability), difficulty));

    // tests/test_basic.py of open-spaced-repetition/py-fsrs 6.3.1, test_review_card. It asks each time when the card is due; 0 is a
    // learning or relearning step within the day. Its first interval is such a step, which we leave out.
    [Fact]
    public void The_intervals_are_those_of_the_reference_implementations_own_test()
    {
        ReviewRating[] ratings = [Good, Good, Good, Good, Good, Good, Again, Again, Good, Good, Good, Good, Good];
        int[] published = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
        var memory = Fsrs.First(ratings[0]);
        for (var review = 1; review < ratings.Length; review++)
        {
            memory = Fsrs.Next(memory, published[review - 1], ratings[review]);

            Assert.Equal(published[review], Fsrs.Interval(memory, ratings[review]).Days);
        }
    }

    // The same file, test_memo_state.
    [Fact]
    public void The_memory_is_that_of_the_reference_implementations_own_test()
    {
        var memory = After([(Again, 0), (Good, 0), (Good, 1), (Good, 3), (Good, 8), (Good, 21)]);

        Assert.Equal(53.62691, memory.Stability, tolerance: 1e-4);
        Assert.Equal(6.3574867, memory.Difficulty, tolerance: 1e-4);
    }

    // Printed by py-fsrs 6.3.1 with Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=()): digits are the ratings,
    // with the days since the review before; then stability, difficulty and interval in days after the last one.
    [Theory]
    [InlineData("1:0 3:0 3:1 2:2 4:9 3:40", 69.19783954470276, 6.757533501606557, 69)]
    [InlineData("4:0 4:15", 95.50778429167745, 1.0, 96)]
    [InlineData("4:0 4:15 1:60 3:0 3:3", 9.378703130602641, 7.003404127372194, 9)]
    [InlineData("3:0 2:2 2:5", 15.529871045496877, 6.501931317190316, 16)]
    [InlineData("3:0 2:2 2:5 1:4 1:1 3:0", 0.4507329437335488, 9.58807034856539, 1)]
    [InlineData("1:0 1:0 1:0", 0.03485140985964798, 9.592868765339693, 1)]
    [InlineData("1:0 1:0 1:0 3:1 3:1 3:4 3:12", 6.543754464617637, 9.535496897018861, 7)]
    [InlineData("2:0 3:1 3:30 3:365", 250.0733027710556, 5.082548942895193, 250)]
    public void Long_histories_give_what_the_reference_implementation_gives(string history, double stability, double difficulty, int days)
    {
        var memory = After([.. history.Split(' ').Select(review => ((ReviewRating)(review[0] - '0'), int.Parse(review[2..])))]);

        Assert.Equal(stability, memory.Stability, tolerance: 1e-9);
        Assert.Equal(difficulty, memory.Difficulty, tolerance: 1e-9);
        Assert.Equal(days, Fsrs.IntervalDays(memory));
    }

    [Fact]
    public void Whatever_happens_the_memory_stays_within_its_bounds() =>
        Gen.Select(AnyRating, Gen.Select(AnyRating, Gen.Int[0, 2000]).Array[0, 60]).Sample((first, reviews) =>
        {
            var memory = reviews.Aggregate(Fsrs.First(first), (memory, review) => Fsrs.Next(memory, review.Item2, review.Item1));
            return memory.Difficulty is >= 1 and <= 10 && double.IsFinite(memory.Stability) && memory.Stability > 0
                && Fsrs.IntervalDays(memory) is >= 1 and <= Fsrs.LongestIntervalDays;
        });

    [Fact]
    public void Again_never_makes_a_memory_last_longer_nor_the_wait_longer() =>
        Gen.Select(AnyMemory, Gen.Int[0, 2000]).Sample((memory, days) =>
        {
            var after = Fsrs.Next(memory, days, Again);
            return after.Stability <= memory.Stability && Fsrs.Interval(after, Again) < TimeSpan.FromDays(1);
        });

    [Fact]
    public void Recalling_never_makes_a_memory_shorter_and_a_better_rating_never_pays_less() =>
        Gen.Select(AnyMemory, Gen.Int[1, 2000]).Sample((memory, days) =>
        {
            var after = Ratings.Select(rating => Fsrs.Next(memory, days, rating).Stability).ToArray();
            return after[1] >= memory.Stability && after[0] <= after[1] && after[1] <= after[2] && after[2] <= after[3];
        });

    [Fact]
    public void A_more_stable_memory_waits_longer_and_a_higher_wanted_retention_asks_sooner() =>
        Gen.Select(AnyMemory, Gen.Double[1, 10]).Sample((memory, times) =>
            Fsrs.IntervalDays(memory with { Stability = memory.Stability * times }) >= Fsrs.IntervalDays(memory)
            && Fsrs.IntervalDays(memory, 0.95) <= Fsrs.IntervalDays(memory));

    [Fact]
    public void Recall_falls_from_certain_to_nine_in_ten_after_as_many_days_as_the_stability() =>
        Gen.Select(AnyMemory, Gen.Double[0, 500], Gen.Double[0, 500]).Sample((memory, days, more) =>
            Fsrs.Retrievability(memory, 0) == 1
            && Math.Abs(Fsrs.Retrievability(memory, memory.Stability) - 0.9) < 1e-9
            && Fsrs.Retrievability(memory, days + more) <= Fsrs.Retrievability(memory, days));

    [Fact]
    public void The_same_history_always_gives_the_same() =>
        Gen.Select(AnyMemory, Gen.Int[0, 2000], AnyRating)
            .Sample((memory, days, rating) => Fsrs.Next(memory, days, rating) == Fsrs.Next(memory, days, rating));

    [Fact]
    public void A_clock_that_went_backwards_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fsrs.Next(Fsrs.First(Good), -1, Good));

    private static Memory After(IReadOnlyList<(ReviewRating Rating, int Days)> reviews) =>
        reviews.Skip(1).Aggregate(Fsrs.First(reviews[0].Rating), (memory, review) => Fsrs.Next(memory, review.Days, review.Rating));
}
