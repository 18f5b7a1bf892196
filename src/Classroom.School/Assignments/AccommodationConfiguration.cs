using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Assignments;

internal sealed class AccommodationConfiguration : IEntityTypeConfiguration<Accommodation>
{
    public void Configure(EntityTypeBuilder<Accommodation> builder)
    {
        builder.HasKey(accommodation => accommodation.UserId);
        builder.HasOne(accommodation => accommodation.User).WithOne().HasForeignKey<Accommodation>(accommodation => accommodation.UserId);
    }
}
