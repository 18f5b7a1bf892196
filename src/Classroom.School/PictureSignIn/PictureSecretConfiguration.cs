using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.PictureSignIn;

internal sealed class PictureSecretConfiguration : IEntityTypeConfiguration<PictureSecret>
{
    public void Configure(EntityTypeBuilder<PictureSecret> builder)
    {
        builder.ToTable("PictureSecrets");
        builder.Property(secret => secret.Hash).HasMaxLength(PictureSecret.LongestHash);
        builder.HasIndex(secret => new { secret.ClassId, secret.UserId }).IsUnique();
        builder.HasOne(secret => secret.Class).WithMany().HasForeignKey(secret => secret.ClassId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(secret => secret.User).WithMany().HasForeignKey(secret => secret.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
