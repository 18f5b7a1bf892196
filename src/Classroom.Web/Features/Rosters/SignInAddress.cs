using Classroom.School.SignInCards;
using Classroom.Web.Features.PictureSignIn;

namespace Classroom.Web.Features.Rosters;

/// <summary>Where a card leads to: with pictures on it to the sign-in page of the class, otherwise to that of the school.</summary>
public static class SignInAddress
{
    /// <summary>With the student filled in, and never with a secret: a picture of the code signs nobody in.</summary>
    public static string For(string school, ClassCards cards, CardDetails card) => PictureCode(cards, card) is { } code
        ? PictureAddress.For(school, code, card.Student.Id)
        : $"{school.TrimEnd('/')}/account/login?user={Uri.EscapeDataString(card.Student.UserName)}";

    /// <summary>As one types it.</summary>
    public static string Shown(string school, ClassCards cards, CardDetails card) =>
        PictureCode(cards, card) is { } code ? PictureAddress.For(school, code) : school.TrimEnd('/');

    private static string? PictureCode(ClassCards cards, CardDetails card) => card.Pictures.Count > 0 ? cards.PictureCode : null;
}
