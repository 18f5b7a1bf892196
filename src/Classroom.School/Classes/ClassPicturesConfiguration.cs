using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Classes;

internal sealed class ClassPicturesConfiguration : IEntityTypeConfiguration<ClassPictures>
{
    public void Configure(EntityTypeBuilder<ClassPictures> builder)
    {
        builder.ToTable("ClassPictures");
        builder.HasKey(pictures => pictures.ClassId);
        builder.Property(pictures => pictures.ClassId).ValueGeneratedNever();
        builder.Property(pictures => pictures.Code).HasMaxLength(PictureCode.Length);
        builder.HasIndex(pictures => pictures.Code).IsUnique();
        builder.HasOne(pictures => pictures.Class).WithOne().HasForeignKey<ClassPictures>(pictures => pictures.ClassId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
