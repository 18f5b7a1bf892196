namespace Classroom.School.SignInCards;

/// <summary>The pictures that young students sign in with. A name is stored, so it never changes.</summary>
public enum SecretPicture
{
    Cat,
    Sun,
    Boat,
    Tree,
    House,
    Fish,
    Star,
    Key,
    Apple,
    Moon,
    Car,
    Flower,
    Snail,
    Cloud,
    Umbrella,
    Mushroom,
}
