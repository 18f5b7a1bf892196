using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class RunFrameConfiguration : IEntityTypeConfiguration<RunFrame>
{
    public void Configure(EntityTypeBuilder<RunFrame> builder)
    {
        builder.HasKey(frame => new { frame.RunId, frame.Index });
        builder.Property(frame => frame.Kind).HasMaxLength(50);
        builder.HasOne<Run>().WithMany().HasForeignKey(frame => frame.RunId);
    }
}
