using Classroom.School.Assignments;
using Classroom.School.Attempts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Review;

internal sealed class ReviewAnswerConfiguration : IEntityTypeConfiguration<ReviewAnswer>
{
    public void Configure(EntityTypeBuilder<ReviewAnswer> builder)
    {
        builder.HasKey(answer => new { answer.UserId, answer.Slug, answer.QuestionId, answer.Turn });
        builder.Property(answer => answer.Slug).HasMaxLength(Reading.LongestSlug);
        builder.Property(answer => answer.QuestionId).HasMaxLength(AttemptAnswerConfiguration.LongestQuestionId);
        builder.HasOne<ReviewCard>().WithMany(card => card.Answers)
            .HasForeignKey(answer => new { answer.UserId, answer.Slug, answer.QuestionId });
    }
}
