namespace Classroom.Web.Features.Regrades;

/// <summary>Where questions of an assignment are regraded.</summary>
public static class RegradeAddress
{
    public static string Of(int classId, int assignmentId, string? questionId = null) =>
        $"/classes/{classId}/assignments/{assignmentId}/regrade"
            + (questionId is null ? "" : $"?question={Uri.EscapeDataString(questionId)}");
}
