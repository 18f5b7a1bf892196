using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.Web.Features.Quizzes;
using Classroom.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Classroom.Web.Tests.Quizzes;

public sealed class QuizSavingTests : QuizSchool
{
    private HeldClock Clock { get; } = new();

    [Fact]
    public async Task What_is_typed_is_stored_twice_a_second_and_at_once_when_the_line_is_left()
    {
        var id = await StartAsync(AttemptMode.Graded, "name-the-loss");
        var session = await OpenSessionAsync();
        var typing = session.TypeAsync(0, new ShortAnswerResponse("val"));
        Clock.Advance(AttemptSession.TypingPause / 2);
        _ = session.TypeAsync(0, new ShortAnswerResponse("valid"));
        Assert.Null(await StoredAsync(id, 0));
        Assert.True(session.IsTyping && session.IsUnsaved(0));

        // Half a second after the first key, though the keys never stopped.
        Clock.Advance(AttemptSession.TypingPause / 2);
        await typing.WaitAsync(Ct);
        Assert.Equal(new ShortAnswerResponse("valid"), await StoredAsync(id, 0));
        Assert.Equal((SaveState.Saved, false), (session.State, session.IsUnsaved(0)));

        _ = session.TypeAsync(0, new ShortAnswerResponse("validation"));
        await session.AnswerAsync(0, new ShortAnswerResponse("validation")).WaitAsync(Ct);
        Assert.Equal(new ShortAnswerResponse("validation"), await StoredAsync(id, 0));
        Assert.False(session.IsTyping);
    }

    [Fact]
    public async Task Handing_in_takes_along_what_was_typed_a_moment_ago()
    {
        await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync();
        var typing = session.TypeAsync(0, new NumberResponse("4"));

        await session.HandInAsync();
        Clock.Advance(AttemptSession.TypingPause);
        await typing.WaitAsync(Ct);

        Assert.Equal(1.0, session.Attempt.Score);
        Assert.Equal((false, null), (session.WasLate, session.Trouble));
    }

    [Fact]
    public async Task A_key_after_handing_in_elsewhere_is_told_to_be_late()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync();
        await Attempts.SubmitAsync(Student, id, Ct);

        var typing = session.TypeAsync(0, new NumberResponse("4"));
        Clock.Advance(AttemptSession.TypingPause);
        await typing.WaitAsync(Ct);

        Assert.True(session.WasLate && session.Attempt.IsSubmitted);
        Assert.Null(await StoredAsync(id, 0));
    }

    [Fact]
    public async Task Leaving_a_line_that_is_stored_already_writes_nothing()
    {
        var id = await StartAsync(AttemptMode.Practice, "best-epoch");
        await Attempts.SaveAnswerAsync(Student, id, "best-epoch", new NumberResponse("6"), Ct);
        var session = await OpenSessionAsync(AttemptMode.Practice);
        Gate.Close();

        await session.AnswerAsync(0, new NumberResponse("6")).WaitAsync(Ct);

        Assert.Equal(SaveState.Untouched, session.State);
    }

    [Fact]
    public async Task Answers_given_while_one_is_being_saved_are_all_saved_in_their_newest_version()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch", "work-out-the-gap");
        var session = await OpenSessionAsync();
        Gate.Close();
        var first = session.AnswerAsync(0, new NumberResponse("1"));
        var second = session.AnswerAsync(0, new NumberResponse("4"));
        var third = session.AnswerAsync(1, new NumberResponse("0.45"));
        Assert.Equal(SaveState.Saving, session.State);
        Assert.False(first.IsCompleted);

        Gate.Open();
        await Task.WhenAll(first, second, third).WaitAsync(Ct);

        Assert.Equal(SaveState.Saved, session.State);
        Assert.Equal(new NumberResponse("4"), await StoredAsync(id, 0));
        Assert.Equal(new NumberResponse("0.45"), await StoredAsync(id, 1));
    }

    [Fact]
    public async Task Handing_in_waits_for_the_answer_that_is_still_on_its_way()
    {
        await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync();
        Gate.Close();
        var answer = session.AnswerAsync(0, new NumberResponse("4"));
        var handIn = session.HandInAsync();
        var again = session.HandInAsync();
        Assert.True(again.IsCompletedSuccessfully);
        Assert.True(session.IsHandingIn);

        Gate.Open();
        await Task.WhenAll(answer, handIn).WaitAsync(Ct);

        Assert.Equal(1.0, session.Attempt.Score);
        Assert.False(session.WasLate);
        Assert.Single(await AttemptReader.ListAsync(Student, Slug, Ct));
    }

    [Fact]
    public async Task Nothing_is_sent_for_an_attempt_that_is_known_to_be_handed_in()
    {
        var id = await StartAsync(AttemptMode.Graded, "best-epoch");
        var session = await OpenSessionAsync();
        await session.HandInAsync();

        await session.AnswerAsync(0, new NumberResponse("4"));

        Assert.False(session.WasLate);
        Assert.Null(await StoredAsync(id, 0));
    }

    [Fact]
    public async Task An_attempt_whose_questions_have_all_left_the_bank_makes_way_for_a_new_one()
    {
        await StartAsync(AttemptMode.Graded, "asked-long-ago", "also-gone");
        var partly = await StartAsync(AttemptMode.Practice, "asked-long-ago", "best-epoch");

        var session = await OpenSessionAsync();

        Assert.Equal(7, session.Count);
        Assert.Equal(partly, (await Starter.StartOrResumeAsync(Student, Slug, AttemptMode.Practice, QuestionLevel.Core, Ct)).Value!.Id);
    }

    private async Task<AttemptSession> OpenSessionAsync(AttemptMode mode = AttemptMode.Graded) => new(
        Attempts,
        AttemptReader,
        new ActionGuard(Services.GetRequiredService<CurrentActor>(), NullLogger.Instance),
        Clock,
        (await Starter.StartOrResumeAsync(Student, Slug, mode, QuestionLevel.Core, Ct)).Value!);
}
