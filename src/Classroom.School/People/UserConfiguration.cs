using Classroom.School.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.People;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("Users");
        builder.Property(user => user.DisplayName).HasMaxLength(PeopleService.LongestDisplayName);
        builder.Property(user => user.NormalizedDisplayName).HasMaxLength(PeopleService.LongestDisplayName);

        // What a school should not collect has no column.
        builder.Metadata.RemoveIndex(builder.HasIndex(user => user.NormalizedEmail).Metadata);
        builder.Ignore(user => user.Email);
        builder.Ignore(user => user.NormalizedEmail);
        builder.Ignore(user => user.EmailConfirmed);
        builder.Ignore(user => user.PhoneNumber);
        builder.Ignore(user => user.PhoneNumberConfirmed);
        builder.Ignore(user => user.TwoFactorEnabled);
    }
}
