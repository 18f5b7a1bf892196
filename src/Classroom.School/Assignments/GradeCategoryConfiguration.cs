using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class GradeCategoryConfiguration : IEntityTypeConfiguration<GradeCategory>
{
    public void Configure(EntityTypeBuilder<GradeCategory> builder)
    {
        builder.Property(category => category.Name).HasMaxLength(GradeCategory.LongestName);
        builder.HasOne(category => category.Class).WithMany().HasForeignKey(category => category.ClassId);
        builder.HasIndex(category => new { category.ClassId, category.Name }).IsUnique();
    }
}
