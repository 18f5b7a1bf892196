using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Classes;

internal sealed class ClassTeacherConfiguration : IEntityTypeConfiguration<ClassTeacher>
{
    public void Configure(EntityTypeBuilder<ClassTeacher> builder)
    {
        builder.HasKey(teacher => new { teacher.ClassId, teacher.UserId });
        builder.HasOne(teacher => teacher.Class).WithMany(c => c.Teachers).HasForeignKey(teacher => teacher.ClassId);
        builder.HasOne(teacher => teacher.User).WithMany().HasForeignKey(teacher => teacher.UserId);
        builder.HasIndex(teacher => teacher.ClassId).IsUnique().HasFilter("\"Role\" = 'Owner'").HasDatabaseName("IX_ClassTeachers_Owner");
    }
}
