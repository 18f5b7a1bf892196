using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class RunChunkConfiguration : IEntityTypeConfiguration<RunChunk>
{
    public void Configure(EntityTypeBuilder<RunChunk> builder)
    {
        builder.HasKey(chunk => new { chunk.RunId, chunk.FirstSequence });
        builder.HasOne<Run>().WithMany().HasForeignKey(chunk => chunk.RunId);
    }
}
