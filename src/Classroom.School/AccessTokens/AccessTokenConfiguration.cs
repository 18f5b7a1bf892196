using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.AccessTokens;

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("AccessTokens");
        builder.Property(token => token.Name).HasMaxLength(AccessToken.LongestName);
        builder.Property(token => token.Hash).HasMaxLength(64);
        // As text, all of them together: "Read, Classes, Assignments, Grades, Runs".
        builder.Property(token => token.Scopes).HasMaxLength(100);
        builder.HasIndex(token => token.Hash).IsUnique();
        builder.HasOne(token => token.User).WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
