using Bunit;
using Bunit.TestDoubles;
using Classroom.Curriculum.Quizzes;
using Classroom.School;
using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.People;
using Classroom.Web.Features.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.Web.Tests.Quizzes;

/// <summary>A quiz with a time limit, as the page of a student at work shows it.</summary>
public sealed class QuizTimeTests : QuizSchool
{
    private readonly HeldClock clock;

    public QuizTimeTests() : this(new HeldClock()) { }

    private QuizTimeTests(HeldClock clock) : base(clock) => this.clock = clock;

    [Fact]
    public async Task When_the_time_is_up_the_page_hands_in_what_is_saved_and_shows_the_result()
    {
        var (_, attempt) = await BeginAsync(minutes: 40);
        var page = Open(attempt.Id);
        page.WaitForAssertion(() => Assert.StartsWith("40 minutes left", Time(page)));
        await Attempts.SaveAnswerAsync(Student, attempt.Id, attempt.Questions[0].Planned.Question.Id, new ShortAnswerResponse("mine"), Ct);

        clock.Advance(TimeSpan.FromMinutes(38));
        page.WaitForAssertion(() => Assert.StartsWith("2 minutes left. 2 minutes left", Time(page)));
        clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.EndsWith(
            QuizAddress.Result(Slug, attempt.Id), Services.GetRequiredService<BunitNavigationManager>().Uri));
        var handedIn = (await AttemptReader.GetAsync(Student, attempt.Id, Ct))!;
        Assert.Equal((attempt.EndsUtc, new ShortAnswerResponse("mine")), (handedIn.SubmittedUtc, handedIn.Questions[0].Response));
    }

    [Fact]
    public async Task Extra_time_that_is_given_meanwhile_shows_and_holds()
    {
        var (teacher, attempt) = await BeginAsync(minutes: 40);
        var page = Open(attempt.Id);
        page.WaitForAssertion(() => Assert.StartsWith("40 minutes left", Time(page)));

        clock.Advance(TimeSpan.FromMinutes(39));
        await Services.GetRequiredService<AccommodationService>().SetAsync(teacher, Student.UserId, new(TimeFactor: 1.5), Ct);
        clock.Advance(TimeSpan.FromSeconds(20));
        page.WaitForAssertion(() => Assert.StartsWith("21 minutes left", Time(page)));
        clock.Advance(TimeSpan.FromMinutes(2));

        page.WaitForAssertion(() => Assert.StartsWith("19 minutes left", Time(page)));
        Assert.False((await AttemptReader.GetAsync(Student, attempt.Id, Ct))!.IsSubmitted);
    }

    [Fact]
    public async Task What_is_typed_too_late_is_told_not_to_count()
    {
        var (_, attempt) = await BeginAsync(minutes: 1);
        var session = new AttemptSession(
            Attempts,
            AttemptReader,
            new(Services.GetRequiredService<Shared.CurrentActor>(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance),
            clock,
            attempt);
        clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));

        await session.AnswerAsync(0, new ShortAnswerResponse("too late"));

        Assert.Equal((true, true), (session.Attempt.IsSubmitted, session.WasLate));
        Assert.Null(await StoredAsync(attempt.Id, 0));
    }

    private static string Time(IRenderedComponent<QuizAttempt> page) => page.Find(".time").ReadText();

    private async Task<(Actor Teacher, AttemptView Attempt)> BeginAsync(int minutes)
    {
        var (admin, teacher) = (await AddAsync("admin", Role.Admin), await AddAsync("teacher", Role.Teacher));
        var created = (await Services.GetRequiredService<ClassService>().CreateAsync(admin, "7b", [teacher.UserId], Ct)).Value!;
        await Services.GetRequiredService<RosterService>().EnrolAsync(admin, created.Id, Student.UserId, Ct);
        await Services.GetRequiredService<AssignmentService>().AssignAsync(
            teacher,
            created.Id,
            new() { Slug = Slug, DueUtc = clock.GetUtcNow().UtcDateTime.AddDays(3), Minutes = minutes },
            Ct);
        return (teacher, (await Starter.StartOrResumeAsync(Student, Slug, AttemptMode.Graded, QuestionLevel.Core, Ct)).Value!);
    }
}
