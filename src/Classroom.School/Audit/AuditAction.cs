namespace Classroom.School;

public enum AuditAction
{
    AdminCreated,
    PersonCreated,
    PasswordReset,
    ClassCreated,
    ClassRenamed,
    JoinCodeRenewed,
    TeacherAdded,
    StudentEnrolled,
    StudentRemoved,
    StudentMoved,
    DataSetAdded,
    DataSetRemoved,
}
