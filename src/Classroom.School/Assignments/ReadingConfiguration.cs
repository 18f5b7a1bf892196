using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.HasKey(reading => new { reading.UserId, reading.Slug });
        builder.Property(reading => reading.Slug).HasMaxLength(Reading.LongestSlug);
        builder.HasOne<User>().WithMany().HasForeignKey(reading => reading.UserId);
    }
}
