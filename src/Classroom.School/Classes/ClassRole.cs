namespace Classroom.School.Classes;

/// <summary>What a teacher is in a class; <see cref="ClassAccess"/> says what each may do.</summary>
public enum ClassRole
{
    /// <summary>One in each class that has a staff.</summary>
    Owner,
    Teacher,

    /// <summary>Sees everything and changes nothing.</summary>
    Assistant,
}
