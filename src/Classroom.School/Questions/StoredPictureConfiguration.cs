using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Questions;

internal sealed class StoredPictureConfiguration : IEntityTypeConfiguration<StoredPicture>
{
    public void Configure(EntityTypeBuilder<StoredPicture> builder)
    {
        builder.ToTable("QuestionPictures");
        builder.HasOne(picture => picture.Owner).WithMany().HasForeignKey(picture => picture.OwnerId);
    }
}
