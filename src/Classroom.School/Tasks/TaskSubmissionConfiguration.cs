using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Tasks;

internal sealed class TaskSubmissionConfiguration : IEntityTypeConfiguration<TaskSubmission>
{
    public void Configure(EntityTypeBuilder<TaskSubmission> builder)
    {
        builder.HasOne<Assignment>().WithMany().HasForeignKey(submission => submission.AssignmentId);
        builder.HasOne<User>().WithMany().HasForeignKey(submission => submission.UserId);
        builder.HasOne<Run>().WithMany().HasForeignKey(submission => submission.RunId).OnDelete(DeleteBehavior.SetNull);

        // A run is handed in once, also by two clicks at once.
        builder.HasIndex(submission => new { submission.AssignmentId, submission.RunId }).IsUnique();
        builder.HasIndex(submission => new { submission.UserId, submission.AssignmentId });
    }
}
