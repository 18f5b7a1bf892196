using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.DataSets;

internal sealed class DataSetPartConfiguration : IEntityTypeConfiguration<DataSetPart>
{
    public void Configure(EntityTypeBuilder<DataSetPart> builder)
    {
        builder.HasKey(part => new { part.DataSetId, part.Index });
        builder.HasOne<DataSetEntry>().WithMany().HasForeignKey(part => part.DataSetId);
    }
}
