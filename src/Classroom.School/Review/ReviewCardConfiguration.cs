using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Review;

internal sealed class ReviewCardConfiguration : IEntityTypeConfiguration<ReviewCard>
{
    public void Configure(EntityTypeBuilder<ReviewCard> builder)
    {
        builder.HasKey(card => new { card.UserId, card.Slug, card.QuestionId });
        builder.Property(card => card.Slug).HasMaxLength(Reading.LongestSlug);
        builder.Property(card => card.QuestionId).HasMaxLength(AttemptAnswerConfiguration.LongestQuestionId);
        builder.HasOne<User>().WithMany().HasForeignKey(card => card.UserId);
        builder.HasIndex(card => new { card.UserId, card.DueUtc });
    }
}
