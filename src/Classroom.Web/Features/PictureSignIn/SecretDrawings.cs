using System.Globalization;
using Classroom.School.SignInCards;

namespace Classroom.Web.Features.PictureSignIn;

/// <summary>The sixteen pictures. Each has a shape of its own, so that nobody needs colors to tell them apart.</summary>
public static class SecretDrawings
{
    public const int Size = 48;

    public static IReadOnlyList<SecretPicture> All { get; } = Enum.GetValues<SecretPicture>();

    public static SecretDrawing Of(SecretPicture picture) => picture switch
    {
        SecretPicture.Cat => new(
            "Cat",
            "M10 15V6L18 11Q24 9 30 11L38 6V26A14 14 0 0 1 10 26Z M3 26L12 28M3 35L12 32M45 26L36 28M45 35L36 32M21 30L24 33L27 30",
            Disc(18, 22, 2.2) + Disc(30, 22, 2.2)),
        SecretPicture.Sun => new(
            "Sun",
            "M24 4V9M24 39V44M4 24H9M39 24H44M9.9 9.9L13.4 13.4M34.6 34.6L38.1 38.1M9.9 38.1L13.4 34.6M34.6 13.4L38.1 9.9",
            Disc(24, 24, 10)),
        SecretPicture.Boat => new("Boat", "M24 5V34M24 7L38 29H24M20 13L9 29H20", "M5 34H43L37 43H11Z"),
        SecretPicture.Tree => new("Tree", "M24 4L36 19H30L41 33H7L18 19H12Z", "M21 33H27V45H21Z"),
        SecretPicture.House => new("House", "M5 24L24 6L43 24M10 20V43H38V20", "M20 29H28V43H20Z"),
        SecretPicture.Fish => new("Fish", "M4 24Q17 8 32 24Q17 40 4 24ZM32 24L44 14V34Z", Disc(14, 22, 2.2)),
        SecretPicture.Star => new("Star", "", "M24 3L30 18L46 19L33.5 29L38 44L24 35.5L10 44L14.5 29L2 19L18 18Z"),
        SecretPicture.Key => new("Key", Disc(13, 24, 8) + "M21 24H44V33M35 24V31", ""),
        SecretPicture.Apple => new(
            "Apple",
            "M24 15C17 9 7 14 8 26C9 36 16 44 20 43C23 42 25 42 28 43C32 44 39 36 40 26C41 14 31 9 24 15C24 10 25 7 27 4",
            "M27 9C30 4 36 4 39 5C37 11 32 12 27 9Z"),
        SecretPicture.Moon => new("Moon", "", "M31 4A20 20 0 1 0 44 30A16 16 0 0 1 31 4Z"),
        SecretPicture.Car => new(
            "Car", "M9 34H5V25L12 23L17 13H31L38 23L43 26V34H39M28 34H20M12 23H38M24 13V23", Disc(14, 35, 5) + Disc(33, 35, 5)),
        SecretPicture.Flower => new(
            "Flower",
            Disc(24, 7, 4.5) + Disc(32, 13, 4.5) + Disc(29, 22, 4.5) + Disc(19, 22, 4.5) + Disc(16, 13, 4.5)
                + "M24 26V45M24 40Q32 40 34 32M24 43Q15 42 14 34",
            Disc(24, 15, 3.5)),
        SecretPicture.Snail => new(
            "Snail",
            Disc(29, 25, 12) + "M29 31A6 6 0 1 1 35 25M8 23V35Q8 42 14 42H45Q43 37 37 35M8 23L4 14M8 23L13 14",
            Disc(4, 13, 2) + Disc(13, 13, 2)),
        SecretPicture.Cloud => new("Cloud", "M13 38A9 9 0 0 1 12 20A12 12 0 0 1 35 17A10.5 10.5 0 0 1 36 38Z", ""),
        SecretPicture.Umbrella => new(
            "Umbrella",
            "M24 3V6M24 24V39A5 5 0 0 1 14 39",
            "M4 26A20 20 0 0 1 44 26Q39 20 34 26Q29 20 24 26Q19 20 14 26Q9 20 4 26Z"),
        SecretPicture.Mushroom => new(
            "Mushroom",
            "M5 24A19 18 0 0 1 43 24Q43 28 39 28H9Q5 28 5 24ZM18 28V38Q18 44 24 44Q30 44 30 38V28",
            Disc(16, 19, 3) + Disc(29, 15, 3.5) + Disc(36, 23, 2)),
        _ => throw new ArgumentOutOfRangeException(nameof(picture)),
    };

    /// <summary>A closed circle, for a pen or a brush.</summary>
    private static string Disc(double x, double y, double radius) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x - radius} {y}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0Z");
}
