using Classroom.School.Audit;
using Classroom.School.Gradebook;
using Classroom.School.People;

namespace Classroom.School.Tests;

/// <summary>Marks that come back from a file.</summary>
public sealed class MarkImportTests(SchoolTemplates templates)
{
    [Theory, BothProviders]
    public async Task What_is_as_it_was_seen_is_stored_with_a_reason_and_the_rest_is_refused_by_line(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (teacher, students, assigned) = await Regrading.AssignAsync(school, 5);
        var elsewhere = await Regrading.AssignAsync(school, 1);
        await Regrading.HandInAsync(school, students[0], right: 4);
        Assert.Null(await school.AssignmentStudents.SetAsync(
            teacher, assigned.Id, students[3].UserId, new() { IsExcused = true, Comment = "Get well" }, cancellationToken: Ct));

        var result = (await school.MarkImports.StoreAsync(teacher, assigned.ClassId, "marks.csv", [
            Change(2, 0, 40, 42.5), Change(3, 1, null, 60), Change(4, 2, 55, 60), Change(5, 3, null, 60), Change(6, 4, null, 1001),
            new(7, elsewhere.Students[0].UserId, assigned.Id, null, 60), new(8, students[1].UserId, elsewhere.Assigned.Id, null, 60),
        ], Ct)).Value!;

        Assert.Equal(2, result.Stored);
        Assert.Equal([4, 5, 6, 7, 8], result.Refused.Select(refused => refused.Line));
        Assert.Equal([42.5, 60.0, null, null, null], await PointsAsync());
        var mark = await Regrading.MarkAsync(school, teacher, assigned, students[0]);
        Assert.StartsWith("Imported from file marks.csv by Teacher", mark.Reason, StringComparison.Ordinal);
        Assert.Equal(40, mark.Computed!.Value, 9);
        var lines = (await school.Audit.ListAsync(await school.AddAsync(Role.Admin), cancellationToken: Ct))!.Items;
        Assert.Equal(2, lines.Count(line => line.Action == AuditAction.MarkChanged
            && line.Detail!.Contains("points computed", StringComparison.Ordinal)
            && line.Detail.Contains("marks.csv", StringComparison.Ordinal)));

        MarkChange Change(int line, int student, double? seen, double points) =>
            new(line, students[student].UserId, assigned.Id, seen, points);

        async Task<double?[]> PointsAsync() =>
            [.. (await school.Gradebooks.ReadAsync(teacher, assigned.ClassId, Ct))!.Students.Select(row => row.Marks[0].Points)];
    }

    [Theory, BothProviders]
    public async Task Only_who_may_change_marks_stores_them(Provider provider)
    {
        await using var school = await templates.OpenAsync(provider);
        var (_, students, assigned) = await Regrading.AssignAsync(school, 1);
        var stranger = await school.AddAsync(Role.Teacher);
        await school.AddClassAsync(stranger);

        foreach (var actor in new[] { stranger, students[0] })
        {
            Assert.IsType<Refusal.NotFound>((await school.MarkImports.StoreAsync(
                actor, assigned.ClassId, "marks.csv", [new(2, students[0].UserId, assigned.Id, null, 60)], Ct)).Refusal);
        }
    }

    [Theory]
    [InlineData("17.5", 17.5)]
    [InlineData(" 17,5 ", 17.5)]
    [InlineData("85", 85.0)]
    [InlineData("1.500", 1.5)]
    [InlineData("-3", -3.0)]
    [InlineData("1,500", null)]
    [InlineData("ten", null)]
    [InlineData("", null)]
    [InlineData("=1+1", null)]
    public void Points_are_read_as_they_are_written(string typed, double? expected)
    {
        Assert.Equal(expected, TypedPoints.Read(typed, out var fault));
        Assert.Equal(expected is null, fault is not null);
    }
}
