using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class QuizPartConfiguration : IEntityTypeConfiguration<QuizPart>
{
    public void Configure(EntityTypeBuilder<QuizPart> builder)
    {
        builder.HasKey(part => new { part.QuizId, part.Place });
        builder.Property(part => part.BuiltIn).HasMaxLength(QuizPart.LongestBuiltIn);
        builder.Property(part => part.Tag).HasMaxLength(QuestionTag.Longest);
        builder.HasOne<OwnQuiz>().WithMany(quiz => quiz.Parts).HasForeignKey(part => part.QuizId);
        builder.HasOne<OwnQuestion>().WithMany().HasForeignKey(part => part.QuestionId).OnDelete(DeleteBehavior.Cascade);
    }
}
