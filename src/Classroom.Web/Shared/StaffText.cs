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

    /// <summary>"Taught by Kim, Lee. Assisted by Ada."</summary>
    public static string Say(IEnumerable<StaffMember> staff)
    {
        var byRole = staff.ToLookup(member => member.Role == ClassRole.Assistant, member => member.Person.DisplayName);
        var teachers = byRole[false].Any() ? string.Join(", ", byRole[false]) : "nobody yet";
        return byRole[true].Any() ? $"Taught by {teachers}. Assisted by {string.Join(", ", byRole[true])}." : $"Taught by {teachers}.";
    }
}
