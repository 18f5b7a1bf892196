using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Trials;

internal sealed class ExperimentAnswerConfiguration : IEntityTypeConfiguration<ExperimentAnswer>
{
    public void Configure(EntityTypeBuilder<ExperimentAnswer> builder)
    {
        builder.HasKey(answer => new { answer.TrialId, answer.Question });
        builder.Property(answer => answer.FirstAnswer).HasMaxLength(ExperimentTrial.LongestText);
        builder.HasOne<ExperimentTrial>().WithMany(trial => trial.Answers).HasForeignKey(answer => answer.TrialId);
    }
}
