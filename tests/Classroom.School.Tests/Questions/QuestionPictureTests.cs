using Classroom.Curriculum.Quizzes;
using Classroom.School.Attempts;
using Classroom.School.People;
using Classroom.School.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Classroom.School.Tests;

/// <summary>Teachers' own pictures: who sees them, and when they go.</summary>
public sealed class QuestionPictureTests(SchoolTemplates templates)
{
    private static readonly byte[] File = [1, 2, 3, 4];

    [Theory, BothProviders]
    public async Task Whoever_may_see_the_question_or_has_it_in_an_attempt_sees_its_picture_and_nobody_else(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var picture = await AddAsync(school, staffed.Owner);
        Assert.Equal(File, await Pictures(school).ReadAsync(staffed.Owner, picture.Id, Ct));
        Assert.Null(await Pictures(school).ReadAsync(staffed.Teacher, picture.Id, Ct));
        var question = await AskAsync(school, staffed.Owner, picture);

        foreach (var colleague in new[] { staffed.Owner, staffed.Teacher, staffed.Admin })
        {
            Assert.Equal(File, await Pictures(school).ReadAsync(colleague, picture.Id, Ct));
        }

        foreach (var stranger in new[] { staffed.Stranger, staffed.Assistant, staffed.Student, staffed.Waiting })
        {
            Assert.Null(await Pictures(school).ReadAsync(stranger, picture.Id, Ct));
        }

        var quiz = await Bank.AddQuizAsync(school, staffed.Owner, parts: new NewQuizPart(question.Id));
        var attempt = await Bank.StartAsync(school, staffed.Student, await Bank.AssignAsync(school, staffed.Owner, staffed.ClassId, quiz));
        Assert.Equal(picture with { Alt = "A map" }, Assert.Single(attempt.Questions).Planned.Question.Picture);
        // An assistant reads the attempts of the class.
        foreach (var reader in new[] { staffed.Student, staffed.Assistant })
        {
            Assert.Equal(File, await Pictures(school).ReadAsync(reader, picture.Id, Ct));
        }

        Assert.Null(await Pictures(school).ReadAsync(staffed.Waiting, picture.Id, Ct));
        Assert.Null(await Pictures(school).ReadAsync(staffed.Owner, picture.Id + 1, Ct));
    }

    [Theory, BothProviders]
    public async Task Versions_and_copies_share_a_picture_and_no_question_takes_that_of_a_stranger(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var picture = await AddAsync(school, staffed.Owner);
        var question = await AskAsync(school, staffed.Owner, picture);

        var changed = (await school.Questions.ChangeAsync(
            staffed.Owner, question.Id, Draft(picture, alt: "A map of Norway"), question.Version, Ct)).Value!;
        Assert.Equal((2, "A map of Norway"), (changed.Number, changed.Question.Picture!.Alt));
        var copy = (await school.Questions.CopyAsync(staffed.Teacher, question.Id, Ct)).Value!;
        Assert.Equal(changed.Question.Picture, copy.Question.Picture);

        foreach (var (actor, wrong) in new[]
        {
            (staffed.Stranger, picture), (staffed.Owner, picture with { Id = picture.Id + 7 }), (staffed.Owner, picture with { Width = 1 }),
        })
        {
            var refused = Assert.IsType<Refusal.Invalid>((await school.Questions.AddAsync(actor, Draft(wrong), Ct)).Refusal);
            Assert.Equal("picture", Assert.Single(refused.Faults).Field);
        }

        foreach (var alt in new[] { " ", new string('a', StoredPicture.LongestAlt + 1), "a\u0007" })
        {
            var refused = Assert.IsType<Refusal.Invalid>((await school.Questions.AddAsync(staffed.Owner, Draft(picture, alt), Ct)).Refusal);
            Assert.Equal("alt", Assert.Single(refused.Faults).Field);
        }

        await using var db = school.OpenContext();
        Assert.Equal(1, await db.QuestionPictures.CountAsync(Ct));
        Assert.Equal([picture.Id, picture.Id, picture.Id], await db.QuestionVersions.Select(version => version.PictureId).ToListAsync(Ct));
    }

    [Theory, BothProviders]
    public async Task A_picture_goes_with_the_last_version_that_anybody_can_see(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var staffed = await Staffed.CreateAsync(school);
        var (owner, day) = (staffed.Owner, QuestionPictures.Patience + TimeSpan.FromMinutes(1));
        var pictures = new List<QuestionPicture>();
        for (var number = 0; number < 4; number++)
        {
            pictures.Add(await AddAsync(school, owner));
        }

        // The first is never asked, the second is replaced, the third is answered and then removed, and nobody needs the fourth.
        var second = await AskAsync(school, owner, pictures[1]);
        var third = await AskAsync(school, owner, pictures[2]);
        var fourth = await AskAsync(school, owner, pictures[3]);
        var quiz = await Bank.AddQuizAsync(school, owner, parts: new NewQuizPart(third.Id));
        await Bank.StartAsync(school, staffed.Student, await Bank.AssignAsync(school, owner, staffed.ClassId, quiz));
        Assert.Equal(0, await Pictures(school).DeleteUnusedAsync(Ct));
        school.Clock.Now += day;
        Assert.Equal(1, await Pictures(school).DeleteUnusedAsync(Ct));

        var without = Draft(pictures[1]);
        Assert.True((await school.Questions.ChangeAsync(
            owner, second.Id, without with { Question = without.Question with { Picture = null } }, second.Version, Ct)).Succeeded);
        Assert.Null(await school.Questions.RemoveAsync(owner, third.Id, Ct));
        Assert.Null(await school.Questions.RemoveAsync(owner, fourth.Id, Ct));
        Assert.Equal(0, await Pictures(school).DeleteUnusedAsync(Ct));
        school.Clock.Now += day;
        Assert.Equal(2, await Pictures(school).DeleteUnusedAsync(Ct));

        await using var db = school.OpenContext();
        Assert.Equal(pictures[2].Id, (await db.QuestionPictures.SingleAsync(Ct)).Id);
        Assert.Equal(File, await Pictures(school).ReadAsync(staffed.Student, pictures[2].Id, Ct));
    }

    [Theory, BothProviders]
    public async Task A_person_has_so_much_room_and_students_have_none(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider, new SchoolLimits { QuestionPictureBytesPerPerson = 2 * File.Length });
        var (teacher, other) = (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(
            () => Store(school).AddAsync(teacher, new(File, 4, 3), Ct), Ct)));

        Assert.Equal(2, outcomes.Count(outcome => outcome.Succeeded));
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.IsType<Refusal.StorageExceeded>(outcome.Refusal));
        await AddAsync(school, other);
        Assert.IsType<Refusal.NotFound>((await Store(school).AddAsync(await school.AddAsync(Role.Student), new(File, 4, 3), Ct)).Refusal);
    }

    private static QuestionPictures Pictures(TestSchool school) => school.Services.GetRequiredService<QuestionPictures>();

    private static QuestionPictureStore Store(TestSchool school) => school.Services.GetRequiredService<QuestionPictureStore>();

    private static async Task<QuestionPicture> AddAsync(TestSchool school, Actor teacher) =>
        (await Store(school).AddAsync(teacher, new(File, 4, 3), Ct)).Value!;

    private static async Task<StoredQuestion> AskAsync(TestSchool school, Actor teacher, QuestionPicture picture)
    {
        var added = await school.Questions.AddAsync(teacher, Draft(picture), Ct);
        Assert.True(added.Succeeded, added.Refusal?.Message);
        return added.Value;
    }

    private static QuestionDraft Draft(QuestionPicture picture, string alt = "A map") =>
        new(Bank.Drafts[0].Question with { Picture = picture with { Alt = alt } }, []);
}
