using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.Classes;
using Classroom.School.Feedback;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>A class with a teacher, an assistant, a student and an assignment; and another teacher's with the same student.</summary>
internal sealed record FeedbackScene(
    TestSchool School, Actor Teacher, Actor Assistant, Actor Other, Actor Student, int ClassId, int OtherClassId,
    AssignmentDetails Assigned)
{
    public static async Task<FeedbackScene> NewAsync(TestSchool school, int? attempts = 1)
    {
        var (teacher, assistant, other) =
            (await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher), await school.AddAsync(Role.Teacher));
        var student = await school.AddAsync(Role.Student, "Ana");
        var classId = await school.AddClassAsync(teacher, student);
        var admin = await school.AddAsync(Role.Admin);
        Assert.Null(await school.ClassTeachers.AddAsync(admin, classId, assistant.UserId, Ct));
        Assert.Null(await school.ClassTeachers.ChangeRoleAsync(admin, classId, assistant.UserId, ClassRole.Assistant, Ct));
        var assigned = await AssignmentEditingTests.AssignAsync(
            school, teacher, classId, new() { Slug = "", DueUtc = null, AttemptsAllowed = attempts });
        return new(school, teacher, assistant, other, student, classId, await school.AddClassAsync(other, student), assigned);
    }

    /// <summary>Of the assignment as a whole.</summary>
    public NewNote Note(string text = "Well done.") =>
        new() { ClassId = ClassId, StudentId = Student.UserId, AssignmentId = Assigned.Id, Text = text };

    public async Task<int> WriteAsync(Actor author, NewNote note)
    {
        var written = await School.Feedback.WriteAsync(author, note, Ct);
        Assert.True(written.Succeeded, written.Refusal?.Message);
        return written.Value.Id;
    }

    public Task<AttemptView> HandInAsync(bool right = false) => Quiz.HandInAsync(School, Student, AttemptMode.Graded, right);

    public Task<IReadOnlyList<NoteView>> MineAsync() => School.Notes.MineAsync(Student, cancellationToken: Ct);
}
