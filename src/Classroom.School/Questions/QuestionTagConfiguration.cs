using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class QuestionTagConfiguration : IEntityTypeConfiguration<QuestionTag>
{
    public void Configure(EntityTypeBuilder<QuestionTag> builder)
    {
        builder.HasKey(tag => new { tag.QuestionId, tag.Tag });
        builder.Property(tag => tag.Tag).HasMaxLength(QuestionTag.Longest);
        builder.HasOne<OwnQuestion>().WithMany(question => question.Tags).HasForeignKey(tag => tag.QuestionId);
        builder.HasIndex(tag => tag.Tag);
    }
}
