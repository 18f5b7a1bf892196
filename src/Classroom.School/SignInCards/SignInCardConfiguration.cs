using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.SignInCards;

internal sealed class SignInCardConfiguration : IEntityTypeConfiguration<SignInCard>
{
    public void Configure(EntityTypeBuilder<SignInCard> builder)
    {
        builder.ToTable("SignInCards");
        builder.Property(card => card.ProtectedSecret).HasMaxLength(CardSecrets.Longest);
        builder.Property(card => card.ProtectedPictures).HasMaxLength(CardSecrets.Longest);
        builder.HasIndex(card => new { card.ClassId, card.UserId }).IsUnique();
        builder.HasOne(card => card.User).WithMany().HasForeignKey(card => card.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(card => card.Class).WithMany().HasForeignKey(card => card.ClassId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(card => card.MadeById).OnDelete(DeleteBehavior.SetNull);
    }
}
