using Classroom.School.Classes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Assignments;

/// <summary>Assignments as their teachers set them.</summary>
public sealed class AssignmentReader(IDbContextFactory<ClassroomDbContext> contexts)
{
    /// <summary>For the class's teachers and admins; null for anyone else.</summary>
    public async Task<AssignmentSetup?> FindAsync(Actor actor, int assignmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithStudents(db.Assignments.RunBy(db, actor)).SingleOrDefaultAsync(a => a.Id == assignmentId, cancellationToken)
            is { } found
            ? From(found)
            : null;
    }

    /// <summary>All of a class in their order, drafts too; null for anyone but its teachers and admins.</summary>
    public async Task<IReadOnlyList<AssignmentSetup>?> ListAsync(Actor actor, int classId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Classes.RunBy(actor).AnyAsync(c => c.Id == classId, cancellationToken)
            ? (await WithStudents(db.Assignments.Where(a => a.ClassId == classId)).ToListAsync(cancellationToken))
                .ConvertAll(From).InOrder(setup => setup.Assignment)
            : null;
    }

    private static IQueryable<Assignment> WithStudents(IQueryable<Assignment> assignments) =>
        assignments.AsNoTracking().Include(a => a.Students.Where(own => own.IsGiven));

    private static AssignmentSetup From(Assignment assignment) => new(
        AssignmentDetails.From(assignment),
        assignment.IsForSome ? [.. assignment.Students.Select(own => own.UserId).Order()] : null);
}
