using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Attempts;

internal sealed class AttemptAnswerConfiguration : IEntityTypeConfiguration<AttemptAnswer>
{
    internal const int LongestQuestionId = 100;

    public void Configure(EntityTypeBuilder<AttemptAnswer> builder)
    {
        builder.HasKey(answer => new { answer.AttemptId, answer.QuestionId });
        builder.Property(answer => answer.QuestionId).HasMaxLength(LongestQuestionId);
        builder.HasOne<Attempt>().WithMany(attempt => attempt.Answers).HasForeignKey(answer => answer.AttemptId);
    }
}
