using Classroom.School.Assignments;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Progress;

/// <summary>Reads what a student has done, where something that she wants to begin depends on it.</summary>
internal sealed class Prerequisites(Curriculum.Curriculum curriculum, SchoolCalendar calendar) : IPrerequisites
{
    public async Task<IReadOnlyDictionary<int, UnmetPrerequisite>> FindUnmetAsync(
        ClassroomDbContext db, int studentId, IReadOnlyList<AssignmentDetails> of, CancellationToken cancellationToken)
    {
        var unmet = new Dictionary<int, UnmetPrerequisite>();
        if (!of.Any(assignment => assignment.HasPrerequisites))
        {
            return unmet;
        }

        var given = (await db.Assignments.AsNoTracking().GivenTo(studentId).ToListAsync(cancellationToken))
            .ConvertAll(AssignmentDetails.From);
        var me = db.Users.Where(user => user.Id == studentId);
        var records = await WorkRecords.ReadAsync(db, me, calendar, cancellationToken);
        var begun = await BegunAssignments.ReadAsync(db, of, [studentId], cancellationToken);
        var locks = new UnmetPrerequisites(curriculum, records, begun, calendar.NowUtc);
        foreach (var assignment in of)
        {
            if (locks.Find(studentId, assignment, given) is { } first)
            {
                unmet.Add(assignment.Id, first);
            }
        }

        return unmet;
    }
}
