using Classroom.School.Assignments;
using Classroom.School.People;
using Classroom.School.Trials;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Title).HasMaxLength(Run.LongestTitle);
        builder.Property(run => run.Slug).HasMaxLength(Reading.LongestSlug);
        builder.Property(run => run.DataSetId).HasMaxLength(Run.LongestDataSetId);
        builder.Property(run => run.TrialRun).HasMaxLength(Run.LongestTrialRun);
        builder.Property(run => run.Engine).HasMaxLength(RunEngine.LongestSetting);
        builder.Property(run => run.Processor).HasMaxLength(RunEngine.LongestProcessor);
        builder.HasOne<ExperimentTrial>().WithMany().HasForeignKey(run => run.TrialId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<User>().WithMany().HasForeignKey(run => run.OwnerId);
        builder.HasIndex(run => new { run.OwnerId, run.CreatedUtc });
        builder.HasIndex(run => run.State);
        builder.HasIndex(run => run.DataSetId);
    }
}
