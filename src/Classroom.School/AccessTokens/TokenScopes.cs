namespace Classroom.School.AccessTokens;

/// <summary>What a token may be used for. Within that, it can do what its person can do and no more.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Reading whatever the person can read.</summary>
    Read = 1,

    /// <summary>Making classes and accounts for students.</summary>
    Classes = 2,

    /// <summary>Assigning, and changing and removing what is assigned.</summary>
    Assignments = 4,

    /// <summary>Marks and what is different for single students; posting, withdrawing and regrading.</summary>
    Grades = 8,

    /// <summary>Training runs and data sets.</summary>
    Runs = 16,
}
