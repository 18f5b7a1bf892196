using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.CalendarFeeds;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.UserId);
        builder.Property(feed => feed.UserId).ValueGeneratedNever();
        builder.Property(feed => feed.AddressHash).HasMaxLength(64);
        builder.Property(feed => feed.ProtectedSecret).HasMaxLength(CalendarSecret.LongestProtected);
        builder.Property(feed => feed.Fingerprint).HasMaxLength(64);
        builder.HasIndex(feed => feed.AddressHash).IsUnique();
        builder.HasOne(feed => feed.User).WithMany().HasForeignKey(feed => feed.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
