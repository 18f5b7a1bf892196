using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class AssignmentListConfiguration : IEntityTypeConfiguration<AssignmentList>
{
    public void Configure(EntityTypeBuilder<AssignmentList> builder)
    {
        builder.Property(list => list.Title).HasMaxLength(AssignmentList.LongestTitle);
        builder.HasOne(list => list.Class).WithMany().HasForeignKey(list => list.ClassId);
        builder.HasMany(list => list.Steps).WithOne(step => step.List).HasForeignKey(step => step.ListId)
            .OnDelete(DeleteBehavior.SetNull);
    }
}
