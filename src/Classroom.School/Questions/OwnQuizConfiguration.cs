using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class OwnQuizConfiguration : IEntityTypeConfiguration<OwnQuiz>
{
    public void Configure(EntityTypeBuilder<OwnQuiz> builder)
    {
        builder.Property(quiz => quiz.Title).HasMaxLength(OwnQuiz.LongestTitle);
        builder.HasOne(quiz => quiz.Author).WithMany().HasForeignKey(quiz => quiz.AuthorId);
        builder.HasIndex(quiz => new { quiz.AuthorId, quiz.RemovedUtc });
    }
}
