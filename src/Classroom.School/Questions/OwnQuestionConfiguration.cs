using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class OwnQuestionConfiguration : IEntityTypeConfiguration<OwnQuestion>
{
    public void Configure(EntityTypeBuilder<OwnQuestion> builder)
    {
        builder.Property(question => question.Text).HasMaxLength(OwnQuestion.LongestText);
        builder.Property(question => question.SearchText).HasMaxLength(OwnQuestion.LongestSearchText);
        builder.HasOne(question => question.Author).WithMany().HasForeignKey(question => question.AuthorId);
        builder.HasIndex(question => new { question.AuthorId, question.RemovedUtc });
    }
}
