using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class RunCheckpointConfiguration : IEntityTypeConfiguration<RunCheckpoint>
{
    public void Configure(EntityTypeBuilder<RunCheckpoint> builder)
    {
        builder.HasKey(checkpoint => new { checkpoint.RunId, checkpoint.Step });
        builder.Property(checkpoint => checkpoint.Hash).HasMaxLength(SHA256.HashSizeInBytes);
        builder.HasOne<Run>().WithMany().HasForeignKey(checkpoint => checkpoint.RunId);
    }
}
