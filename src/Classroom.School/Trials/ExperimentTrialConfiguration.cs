using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Trials;

internal sealed class ExperimentTrialConfiguration : IEntityTypeConfiguration<ExperimentTrial>
{
    public void Configure(EntityTypeBuilder<ExperimentTrial> builder)
    {
        builder.Property(trial => trial.Id).ValueGeneratedNever();
        builder.Property(trial => trial.Slug).HasMaxLength(Reading.LongestSlug);
        builder.Property(trial => trial.Prediction).HasMaxLength(ExperimentTrial.LongestText);
        builder.HasOne<User>().WithMany().HasForeignKey(trial => trial.UserId);
        builder.HasIndex(trial => new { trial.UserId, trial.Slug, trial.CreatedUtc });
    }
}
