using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class AssignmentStudentConfiguration : IEntityTypeConfiguration<AssignmentStudent>
{
    public void Configure(EntityTypeBuilder<AssignmentStudent> builder)
    {
        builder.HasKey(own => new { own.AssignmentId, own.UserId });
        builder.Property(own => own.Reason).HasMaxLength(AssignmentStudent.LongestReason);
        builder.Property(own => own.Comment).HasMaxLength(AssignmentStudent.LongestComment);
        builder.HasOne(own => own.Assignment).WithMany(a => a.Students).HasForeignKey(own => own.AssignmentId);
        builder.HasOne(own => own.User).WithMany().HasForeignKey(own => own.UserId);
    }
}
