using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.DataSets;

internal sealed class DataSetEntryConfiguration : IEntityTypeConfiguration<DataSetEntry>
{
    public void Configure(EntityTypeBuilder<DataSetEntry> builder)
    {
        builder.ToTable("DataSets");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Title).HasMaxLength(DataSetTitles.Longest);
        builder.Property(entry => entry.Kind).HasMaxLength(50);

        // Classes go on working with a data set when the teacher who brought it has left.
        builder.HasOne(entry => entry.Owner).WithMany().HasForeignKey(entry => entry.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }
}
