namespace Classroom.School.Review;

/// <summary>
/// The Free Spaced Repetition Scheduler, version 6, with its published default parameters: from how often, when and how well something
/// was recalled it predicts when it will be about to be forgotten. Pure: the same memory, days and rating always give the same.
/// <para>Source of formulas and parameters: Jarrett Ye and others, "The Algorithm", wiki of open-spaced-repetition/awesome-fsrs, and
/// the reference implementation open-spaced-repetition/py-fsrs 6.3.1, which the tests compare with. Below, S is the stability in days,
/// D the difficulty, R the retrievability, G the rating from 1 to 4, and w the parameters.</para>
/// <para>Left out on purpose: learning steps (a lapse comes back after <see cref="RelearningStep"/>, everything else after whole days)
/// and fuzz (thirty students need not be kept from reviewing on the same day).</para>
/// </summary>
public static class Fsrs
{
    public const double HardestDifficulty = 10;
    public const double EasiestDifficulty = 1;
    public const int LongestIntervalDays = 36_500;

    /// <summary>The chance of recall at which something is asked again.</summary>
    public const double DesiredRetention = 0.9;

    private const double ShortestStability = 0.001;

    private static readonly double[] W =
    [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ];

    // R falls along a power law; the factor makes R = 90 % after S days.
    private static readonly double Decay = -W[20];
    private static readonly double Factor = Math.Pow(0.9, 1 / Decay) - 1;

    /// <summary>After which something forgotten is asked again: the same day, but not at once.</summary>
    public static TimeSpan RelearningStep { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The memory after it was asked for the first time: S₀(G) = w[G−1], D₀(G) = w4 − e^(w5·(G−1)) + 1.</summary>
    public static Memory First(ReviewRating rating) => new(W[(int)rating - 1], Clamp(FirstDifficulty(rating)));

    /// <summary>The memory after it was asked once more.</summary>
    /// <param name="days">Whole days since it was last asked; 0 on the same day.</param>
    public static Memory Next(Memory memory, int days, ReviewRating rating)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var stability = days == 0 ? SameDay(memory, rating)
            : rating == ReviewRating.Again ? Forgotten(memory, Retrievability(memory, days))
            : Recalled(memory, Retrievability(memory, days), rating);
        return new Memory(Math.Max(ShortestStability, stability), NextDifficulty(memory, rating));
    }

    /// <summary>The chance of recalling it after so many days, 0 to 1: R = (1 + F·t/S)^−w20.</summary>
    public static double Retrievability(Memory memory, double days) => Math.Pow(1 + Factor * days / memory.Stability, Decay);

    /// <summary>Whole days until the chance of recall has fallen to <paramref name="retention"/>, at least one.</summary>
    public static int IntervalDays(Memory memory, double retention = DesiredRetention)
    {
        var days = Math.Round(memory.Stability / Factor * (Math.Pow(retention, 1 / Decay) - 1));
        return (int)Math.Clamp(days, 1, LongestIntervalDays);
    }

    /// <summary>How long to wait before asking again.</summary>
    /// <param name="memory">As it is after the rating.</param>
    public static TimeSpan Interval(Memory memory, ReviewRating rating) =>
        rating == ReviewRating.Again ? RelearningStep : TimeSpan.FromDays(IntervalDays(memory));

    // S' = S · e^(w17·(G−3+w18)) · S^−w19, and what was recalled never gets shorter.
    private static double SameDay(Memory memory, ReviewRating rating)
    {
        var growth = Math.Exp(W[17] * ((int)rating - 3 + W[18])) * Math.Pow(memory.Stability, -W[19]);
        return memory.Stability * (rating >= ReviewRating.Good ? Math.Max(1, growth) : growth);
    }

    // S' = S · (1 + e^w8 · (11−D) · S^−w9 · (e^(w10·(1−R)) − 1) · [w15 if hard] · [w16 if easy])
    private static double Recalled(Memory memory, double retrievability, ReviewRating rating)
    {
        var hard = rating == ReviewRating.Hard ? W[15] : 1;
        var easy = rating == ReviewRating.Easy ? W[16] : 1;
        return memory.Stability * (1
            + Math.Exp(W[8]) * (11 - memory.Difficulty) * Math.Pow(memory.Stability, -W[9])
                * (Math.Exp(W[10] * (1 - retrievability)) - 1) * hard * easy);
    }

    // S' = w11 · D^−w12 · ((S+1)^w13 − 1) · e^(w14·(1−R)), at most what forgetting on the same day would leave.
    private static double Forgotten(Memory memory, double retrievability) => Math.Min(
        W[11] * Math.Pow(memory.Difficulty, -W[12]) * (Math.Pow(memory.Stability + 1, W[13]) - 1) * Math.Exp(W[14] * (1 - retrievability)),
        memory.Stability / Math.Exp(W[17] * W[18]));

    // D' = w7·D₀(4) + (1−w7)·(D − w6·(G−3)·(10−D)/9): damped towards 10, and drawn back a little to the easiest start.
    private static double NextDifficulty(Memory memory, ReviewRating rating)
    {
        var damped = memory.Difficulty - W[6] * ((int)rating - 3) * (HardestDifficulty - memory.Difficulty) / 9;
        return Clamp(W[7] * FirstDifficulty(ReviewRating.Easy) + (1 - W[7]) * damped);
    }

    private static double FirstDifficulty(ReviewRating rating) => W[4] - Math.Exp(W[5] * ((int)rating - 1)) + 1;

    private static double Clamp(double difficulty) => Math.Clamp(difficulty, EasiestDifficulty, HardestDifficulty);
}
