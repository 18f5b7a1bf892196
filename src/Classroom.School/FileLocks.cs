namespace Classroom.School;

/// <summary>Locks on open files: they end with their process, however it ends.</summary>
public static class FileLocks
{
    /// <summary>Tells a file that another process has locked from one that cannot be opened at all.</summary>
    public static bool IsHeldByAnother(IOException fault)
    {
        const int WindowsSharingViolation = unchecked((int)0x80070020);
        const int LinuxWouldBlock = 11;
        const int MacWouldBlock = 35;
        return fault.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock;
    }
}
