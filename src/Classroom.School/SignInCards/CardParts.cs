using Microsoft.EntityFrameworkCore;

namespace Classroom.School.SignInCards;

/// <summary>
/// Changes one of the two things on cards and leaves the other. A card with something new gets a new number, so that whoever has printed
/// the old one does not delete it. The caller has a transaction.
/// </summary>
internal static class CardParts
{
    /// <summary>In all classes, since a person has one password.</summary>
    public static async Task RemovePasswordAsync(this ClassroomDbContext db, int userId, CancellationToken cancellationToken)
    {
        var cards = db.SignInCards.Where(card => card.UserId == userId);
        await cards.Where(card => card.ProtectedPictures == null).ExecuteDeleteAsync(cancellationToken);
        await cards.ExecuteUpdateAsync(set => set.SetProperty(card => card.ProtectedSecret, (string?)null), cancellationToken);
    }

    public static async Task RemovePicturesAsync(this ClassroomDbContext db, int classId, CancellationToken cancellationToken)
    {
        var cards = db.SignInCards.Where(card => card.ClassId == classId);
        await cards.Where(card => card.ProtectedSecret == null).ExecuteDeleteAsync(cancellationToken);
        await cards.ExecuteUpdateAsync(set => set.SetProperty(card => card.ProtectedPictures, (string?)null), cancellationToken);
    }

    /// <summary>Puts what is new on the card of each, beside what is there.</summary>
    public static async Task AddCardsAsync(
        this ClassroomDbContext db, IReadOnlyList<SignInCard> cards, int classId, CancellationToken cancellationToken)
    {
        var people = cards.Select(card => card.UserId).ToList();
        var there = db.SignInCards.Where(card => card.ClassId == classId && people.Contains(card.UserId));
        var before = await there.AsNoTracking().ToDictionaryAsync(card => card.UserId, cancellationToken);
        await there.ExecuteDeleteAsync(cancellationToken);
        foreach (var card in cards)
        {
            var old = before.GetValueOrDefault(card.UserId);
            card.ProtectedSecret ??= old?.ProtectedSecret;
            card.ProtectedPictures ??= old?.ProtectedPictures;
            db.SignInCards.Add(card);
        }
    }
}
