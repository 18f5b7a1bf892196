using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class QuestionVersionConfiguration : IEntityTypeConfiguration<QuestionVersion>
{
    public void Configure(EntityTypeBuilder<QuestionVersion> builder)
    {
        builder.HasKey(version => new { version.QuestionId, version.Number });
        builder.HasOne<OwnQuestion>().WithMany(question => question.Versions).HasForeignKey(version => version.QuestionId);
        builder.HasOne<StoredPicture>().WithMany().HasForeignKey(version => version.PictureId).OnDelete(DeleteBehavior.Restrict);
    }
}
