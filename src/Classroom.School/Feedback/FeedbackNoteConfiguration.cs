using Classroom.School.Attempts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Classroom.School.Feedback;

internal sealed class FeedbackNoteConfiguration : IEntityTypeConfiguration<FeedbackNote>
{
    public void Configure(EntityTypeBuilder<FeedbackNote> builder)
    {
        builder.Property(note => note.Text).HasMaxLength(FeedbackNote.LongestText);
        builder.Property(note => note.QuestionId).HasMaxLength(AttemptAnswerConfiguration.LongestQuestionId);
        builder.HasOne(note => note.Class).WithMany().HasForeignKey(note => note.ClassId);
        builder.HasOne(note => note.Student).WithMany().HasForeignKey(note => note.StudentId);
        builder.HasOne(note => note.Author).WithMany().HasForeignKey(note => note.AuthorId);

        // An assignment may be removed; what was handed in for it stays, and so does what was written about that.
        builder.HasOne(note => note.Assignment).WithMany().HasForeignKey(note => note.AssignmentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(note => note.Attempt).WithMany().HasForeignKey(note => note.AttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(note => note.Run).WithMany().HasForeignKey(note => note.RunId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(note => new { note.ClassId, note.AssignmentId, note.StudentId });
    }
}
