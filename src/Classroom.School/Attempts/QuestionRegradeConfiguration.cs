using Classroom.Curriculum.Quizzes;
using Classroom.School.Assignments;
using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Attempts;

internal sealed class QuestionRegradeConfiguration : IEntityTypeConfiguration<QuestionRegrade>
{
    public void Configure(EntityTypeBuilder<QuestionRegrade> builder)
    {
        builder.ToTable("QuestionRegrades");
        builder.Property(regrade => regrade.QuestionId).HasMaxLength(AttemptAnswerConfiguration.LongestQuestionId);
        builder.Property(regrade => regrade.AcceptedJson).HasMaxLength(ResponseJson.MaxLength);
        builder.HasOne<Assignment>().WithMany().HasForeignKey(regrade => regrade.AssignmentId);
        builder.HasOne<User>().WithMany().HasForeignKey(regrade => regrade.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
