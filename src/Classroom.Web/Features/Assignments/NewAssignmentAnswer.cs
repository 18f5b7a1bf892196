namespace Classroom.Web.Features.Assignments;

public sealed record NewAssignmentAnswer(int Id);
