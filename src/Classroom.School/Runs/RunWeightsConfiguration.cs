using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class RunWeightsConfiguration : IEntityTypeConfiguration<RunWeights>
{
    public void Configure(EntityTypeBuilder<RunWeights> builder)
    {
        builder.HasKey(weights => weights.RunId);
        builder.HasOne<Run>().WithOne().HasForeignKey<RunWeights>(weights => weights.RunId);
    }
}
