using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Attempts;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.Property(attempt => attempt.Slug).HasMaxLength(Reading.LongestSlug);
        builder.HasOne<User>().WithMany().HasForeignKey(attempt => attempt.UserId);

        // An assignment may be removed; what was handed in for it stays.
        builder.HasOne<Assignment>().WithMany().HasForeignKey(attempt => attempt.AssignmentId).OnDelete(DeleteBehavior.SetNull);

        // At most one open attempt, also for two clicks at once. Both providers read this filter.
        builder.HasIndex(attempt => new { attempt.UserId, attempt.Slug, attempt.Mode }, "IX_Attempts_Open")
            .IsUnique()
            .HasFilter("\"SubmittedUtc\" IS NULL");
        builder.HasIndex(attempt => new { attempt.UserId, attempt.Slug, attempt.SubmittedUtc });
        builder.HasIndex(attempt => attempt.EndsUtc).HasFilter("\"SubmittedUtc\" IS NULL");
    }
}
