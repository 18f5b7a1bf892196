using Classroom.School.Attempts;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Regrades;

internal sealed class RegradeRequestConfiguration : IEntityTypeConfiguration<RegradeRequest>
{
    public void Configure(EntityTypeBuilder<RegradeRequest> builder)
    {
        builder.ToTable("RegradeRequests");

        // One for each question of an attempt.
        builder.HasKey(request => new { request.AttemptId, request.QuestionId });
        builder.Property(request => request.Text).HasMaxLength(RegradeRequest.LongestText);
        builder.Property(request => request.Answer).HasMaxLength(RegradeRequest.LongestAnswer);
        builder.HasOne<AttemptAnswer>().WithMany().HasForeignKey(request => new { request.AttemptId, request.QuestionId });
        builder.HasOne<User>().WithMany().HasForeignKey(request => request.AnsweredById).OnDelete(DeleteBehavior.SetNull);
    }
}
