namespace Classroom.School;

public static class SchoolClaimTypes
{
    public const string DisplayName = "classroom:display-name";
}
