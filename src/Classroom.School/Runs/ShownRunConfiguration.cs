using Classroom.School.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Runs;

internal sealed class ShownRunConfiguration : IEntityTypeConfiguration<ShownRun>
{
    public void Configure(EntityTypeBuilder<ShownRun> builder)
    {
        builder.HasKey(shown => new { shown.RunId, shown.ClassId });
        builder.HasOne(shown => shown.Run).WithMany().HasForeignKey(shown => shown.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(shown => shown.Class).WithMany().HasForeignKey(shown => shown.ClassId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(shown => shown.ShownById).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(shown => shown.ClassId);
    }
}
