using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Classes;

internal sealed class SchoolClassConfiguration : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> builder)
    {
        builder.ToTable("Classes");
        builder.Property(c => c.Name).HasMaxLength(ClassSettings.LongestName);
        builder.Property(c => c.JoinCode).HasMaxLength(JoinCode.Length);
        builder.Property(c => c.TimeZone).HasMaxLength(ClassTimeZones.LongestName);
        builder.HasIndex(c => c.JoinCode).IsUnique();
    }
}
