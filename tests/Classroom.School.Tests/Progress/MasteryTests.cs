using Classroom.School.Progress;

namespace Classroom.School.Tests;

public sealed class MasteryTests
{
    [Theory]
    [InlineData(false, false, null, TermState.New)]
    [InlineData(true, false, null, TermState.Read)]
    [InlineData(false, true, null, TermState.Practiced)]
    [InlineData(true, true, null, TermState.Practiced)]
    [InlineData(true, false, 0.0, TermState.Practiced)]
    [InlineData(true, true, 0.79, TermState.Practiced)]
    [InlineData(true, true, 0.8, TermState.Mastered)]
    [InlineData(false, false, 1.0, TermState.Mastered)]
    public void Reading_practicing_and_a_graded_score_lead_from_new_to_mastered(
        bool read, bool practiced, double? score, TermState state) =>
        Assert.Equal(state, Mastery.Assess(read, practiced, score, hasExperiment: false, experimentDone: false));

    [Theory]
    [InlineData(1.0, false, TermState.Practiced)]
    [InlineData(1.0, true, TermState.Mastered)]
    [InlineData(0.5, true, TermState.Practiced)]
    [InlineData(null, true, TermState.Read)]
    public void A_term_with_an_experiment_wants_it_done_too(double? score, bool done, TermState state) =>
        Assert.Equal(state, Mastery.Assess(isRead: true, hasPracticed: false, score, hasExperiment: true, done));
}
