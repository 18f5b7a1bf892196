using Classroom.Curriculum.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Classroom.School.Questions;

internal static class PictureAccess
{
    /// <summary>A question may show what its author has uploaded, and what a question shows that she sees.</summary>
    public static async Task<bool> MayShowAsync(
        this ClassroomDbContext db, Actor actor, QuestionPicture? picture, CancellationToken cancellationToken) =>
        picture is null || await db.QuestionPictures.UsableBy(db, actor)
            .AnyAsync(
                stored => stored.Id == picture.Id && stored.Width == picture.Width && stored.Height == picture.Height, cancellationToken);

    public static IQueryable<StoredPicture> UsableBy(this IQueryable<StoredPicture> pictures, ClassroomDbContext db, Actor actor)
    {
        var seen = db.OwnQuestions.VisibleTo(db, actor);
        return pictures.Where(picture => picture.OwnerId == actor.UserId
            || seen.Any(question => question.Versions.Any(version => version.PictureId == picture.Id)));
    }
}
