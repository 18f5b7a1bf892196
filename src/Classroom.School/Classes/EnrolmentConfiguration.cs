using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Classes;

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.HasKey(enrolment => new { enrolment.ClassId, enrolment.UserId });
        builder.HasOne(enrolment => enrolment.Class).WithMany(c => c.Enrolments).HasForeignKey(enrolment => enrolment.ClassId);
        builder.HasOne(enrolment => enrolment.User).WithMany().HasForeignKey(enrolment => enrolment.UserId);
        builder.HasQueryFilter(Enrolments.OnlyEnrolled, enrolment => enrolment.State == EnrolmentState.Enrolled);
    }
}
