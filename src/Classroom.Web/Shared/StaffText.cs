using Classroom.School.Classes;

namespace Classroom.Web.Shared;

/// <summary>What a teacher is in a class, in words.</summary>
public static class StaffText
{
    public static string Say(ClassRole role) => role switch
    {
        ClassRole.Owner => "owner",
        ClassRole.Assistant => "assistant",
        _ => "teacher",
    };
}
