using Classroom.School.Assignments;
using Classroom.School.Progress;

namespace Classroom.School.Gradebook;

/// <summary>What a student has to do in all her classes, with what came of it.</summary>
public sealed class StudentAssignmentReader(ProgressService progress, GradebookReader gradebook, SchoolCalendar calendar)
{
    /// <summary>Everything assigned to the actor as a student, in their order.</summary>
    public async Task<IReadOnlyList<StudentAssignment>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var assigned = await progress.AssignedAsync(actor, cancellationToken);
        if (assigned.Count == 0)
        {
            return [];
        }

        var begun = await progress.BegunAsync(actor, cancellationToken);
        var marks = (await gradebook.OwnAsync(actor, cancellationToken)).SelectMany(ofClass => ofClass.Marks)
            .ToDictionary(mark => mark.Assignment.Id, mark => mark.Mark);
        return
        [
            .. assigned.Select(due => new StudentAssignment(
                due.Assignment, StateOf(due, begun.Contains(due.Assignment.Id)), marks.GetValueOrDefault(due.Assignment.Id), due.Unmet)),
        ];
    }

    private StudentAssignmentState StateOf(DueAssignment due, bool isBegun) =>
        due.Work.IsExcused ? StudentAssignmentState.Excused
        : due.Work.Counted is { } counted ? counted.IsLate ? StudentAssignmentState.Late : StudentAssignmentState.HandedIn
        : due.Assignment.DueUtc < calendar.NowUtc ? StudentAssignmentState.Missing
        : isBegun ? StudentAssignmentState.Begun
        : StudentAssignmentState.NotBegun;
}
