using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.Property(entry => entry.Subject).HasMaxLength(300);
        builder.Property(entry => entry.Detail).HasMaxLength(AuditEntry.LongestDetail);
        builder.HasIndex(entry => entry.WhenUtc);
    }
}
