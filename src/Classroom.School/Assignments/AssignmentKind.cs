namespace Classroom.School.Assignments;

public enum AssignmentKind
{
    /// <summary>Read the lesson and hand in its graded quiz.</summary>
    Lesson,

    /// <summary>Hand in the term's graded quiz.</summary>
    Quiz,

    /// <summary>Do the term's experiment to its end.</summary>
    Experiment,

    /// <summary>Train a run that reaches a goal, and hand it in.</summary>
    Task,
}
