using Classroom.School.Audit;

namespace Classroom.Web.Features.Admin;

public static class AuditText
{
    /// <summary>"gave student03 a new password": what follows the name of who did it.</summary>
    public static string Say(AuditLine line) => line.Action switch
    {
        AuditAction.AdminCreated => $"created the admin {line.Subject}",
        AuditAction.PersonCreated => $"added {line.Subject}{Detail(" as ", line)}",
        AuditAction.PasswordReset => $"gave {line.Subject} a new password",
        AuditAction.CardsSeen => $"looked at sign-in cards of the class {line.Subject}{Detail(" ", line)}",
        AuditAction.CardsPrinted => $"has printed sign-in cards of the class {line.Subject}{Detail(": ", line)}",
        AuditAction.ClassCreated => $"created the class {line.Subject}",
        AuditAction.ClassRenamed => $"renamed the class {line.Subject}{Detail(" ", line)}",
        AuditAction.ClassChanged => $"changed the class {line.Subject}{Detail(" ", line)}",
        AuditAction.ClassArchived => $"archived the class {line.Subject}{Detail(" ", line)}",
        AuditAction.ClassRestored => $"restored the class {line.Subject}{Detail(" ", line)}",
        AuditAction.ClassCopied => $"copied the class {line.Subject}{Detail(" ", line)}",
        AuditAction.JoinCodeRenewed => $"gave the class {line.Subject} a new code",
        AuditAction.JoinCodeChanged => $"changed the code of the class {line.Subject}{Detail(" ", line)}",
        AuditAction.TeacherAdded => $"added the teacher {line.Subject}{Detail(" ", line)}",
        AuditAction.TeacherRoleChanged => $"changed the role of {line.Subject}{Detail(" ", line)}",
        AuditAction.TeacherRemoved => $"removed the teacher {line.Subject}{Detail(" ", line)}",
        AuditAction.StudentJoined => $"joined {line.Detail} with its code",
        AuditAction.StudentAsked => $"asked to join {line.Detail}",
        AuditAction.StudentAdmitted => $"let {line.Subject} into {line.Detail}",
        AuditAction.StudentRefused => $"did not let {line.Subject} into {line.Detail}",
        AuditAction.StudentPutBack => $"let {line.Subject} back into {line.Detail}",
        AuditAction.StudentEnrolled => $"enrolled {line.Subject}{Detail(" ", line)}",
        AuditAction.StudentRemoved => $"removed {line.Subject}{Detail(" ", line)}",
        AuditAction.StudentMoved => $"moved {line.Subject}{Detail(" ", line)}",
        AuditAction.DataSetAdded => $"added the data set {line.Subject}",
        AuditAction.DataSetRenamed => $"renamed the data set {line.Subject}{Detail(" ", line)}",
        AuditAction.DataSetReplaced => $"replaced the data set {line.Subject}{Detail(" ", line)}",
        AuditAction.DataSetRemoved => $"removed the data set {line.Subject}",
        AuditAction.AssignmentCreated => $"assigned {line.Subject}{Detail(" ", line)}",
        AuditAction.AssignmentChanged => $"changed the assignment {line.Subject}{Detail(" ", line)}",
        AuditAction.AssignmentRemoved => $"removed the assignment {line.Subject}{Detail(" ", line)}",
        AuditAction.ExceptionChanged => $"changed what {line.Subject} may do{Detail(" ", line)}",
        AuditAction.AccommodationChanged => $"changed the extra time of {line.Subject}{Detail(": ", line)}",
        AuditAction.MarkChanged => $"changed a mark of {line.Subject}{Detail(" ", line)}",
        AuditAction.MarksPosted => $"posted marks of {line.Subject}{Detail(": ", line)}",
        AuditAction.MarksWithdrawn => $"withdrew marks of {line.Subject}{Detail(": ", line)}",
        AuditAction.CategoriesChanged => $"changed the categories of {line.Subject}{Detail(": ", line)}",
        AuditAction.QuestionRegraded => $"regraded a question for {line.Subject}{Detail(": ", line)}",
        AuditAction.RegradeUndone => $"undid a regrade for {line.Subject}{Detail(": ", line)}",
        AuditAction.RegradeRequested => $"asked for a regrade{Detail(" ", line)}",
        AuditAction.RegradeAnswered => $"answered {line.Subject} about a regrade{Detail(" ", line)}",
        AuditAction.FeedbackWritten => $"wrote to {line.Subject}{Detail(": ", line)}",
        AuditAction.FeedbackChanged => $"changed a note to {line.Subject}{Detail(": ", line)}",
        AuditAction.FeedbackWithdrawn => $"withdrew a note to {line.Subject}{Detail(": ", line)}",
        AuditAction.QuestionCreated => $"wrote the question {line.Subject}{Detail(" ", line)}",
        AuditAction.QuestionChanged => $"changed the question {line.Subject}{Detail(" ", line)}",
        AuditAction.QuestionRemoved => $"deleted the question {line.Subject}{Detail(" ", line)}",
        AuditAction.QuestionsImported => $"imported {line.Detail}, the first: {line.Subject}",
        AuditAction.QuizCreated => $"made the quiz {line.Subject}{Detail(" ", line)}",
        AuditAction.QuizChanged => $"changed the quiz {line.Subject}{Detail(" ", line)}",
        AuditAction.QuizRemoved => $"deleted the quiz {line.Subject}{Detail(" ", line)}",
        AuditAction.RunShown => $"showed the class {line.Subject}{Detail(" ", line)}",
        AuditAction.RunTakenBack => $"no longer shows the class {line.Subject}{Detail(" ", line)}",
        _ => $"{line.Action}: {line.Subject}{Detail(" ", line)}",
    };

    private static string Detail(string before, AuditLine line) => line.Detail is { Length: > 0 } detail ? before + detail : "";
}
