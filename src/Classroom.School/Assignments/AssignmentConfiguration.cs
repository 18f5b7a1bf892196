using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(assignment => assignment.Slug).HasMaxLength(Reading.LongestSlug);
        builder.Property(assignment => assignment.Title).HasMaxLength(Assignment.LongestTitle);
        builder.Property(assignment => assignment.Instructions).HasMaxLength(Assignment.LongestInstructions);
        builder.Property(assignment => assignment.ConfigJson).HasMaxLength(Assignment.LongestConfig);
        builder.Property(assignment => assignment.GoalJson).HasMaxLength(Assignment.LongestGoal);
        builder.HasOne(assignment => assignment.Class).WithMany().HasForeignKey(assignment => assignment.ClassId);
        // Its dates are read by the class's time zone.
        builder.Navigation(assignment => assignment.Class).AutoInclude();
        builder.HasOne<GradeCategory>().WithMany().HasForeignKey(assignment => assignment.CategoryId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(assignment => assignment.After).WithMany().HasForeignKey(assignment => assignment.AfterId)
            .OnDelete(DeleteBehavior.SetNull);
        // Its place among the others is part of what it is.
        builder.Navigation(assignment => assignment.List).AutoInclude();
        builder.HasIndex(assignment => new { assignment.ClassId, assignment.Slug, assignment.Kind });
    }
}
