namespace Classroom.School.Audit;

public enum AuditAction
{
    AdminCreated,
    PersonCreated,
    PasswordReset,
    ClassCreated,
    ClassRenamed,
    JoinCodeRenewed,
    TeacherAdded,
    TeacherRemoved,
    StudentEnrolled,
    StudentRemoved,
    StudentMoved,
    DataSetAdded,
    DataSetRemoved,
    DataSetRenamed,
    DataSetReplaced,
    AssignmentCreated,
    AssignmentChanged,
    AssignmentRemoved,
}
