using Classroom.School.Classes;

namespace Classroom.School.Accounts;

/// <summary>A student whom a teacher is about to add, and what there is to say about her before anything is stored.</summary>
/// <param name="Name">As it was typed, without blanks around it.</param>
/// <param name="UserName">The one that was typed where it can be had, otherwise one that is free.</param>
public sealed record StudentProposal(string Name, string UserName)
{
    /// <summary>Why nobody can be called that; null where one can.</summary>
    public string? NameFault { get; init; }

    /// <summary>Why the user name is another one than was typed; null where it is not.</summary>
    public string? UserNameNote { get; init; }

    /// <summary>The place of the first in the list who has the same name; null where this is the first.</summary>
    public int? SameNameAs { get; init; }

    /// <summary>What someone of the same name is to the class already; null where there is nobody.</summary>
    public EnrolmentState? InClass { get; init; }
}
