namespace Classroom.Web.Features.Assignments;

/// <summary>The list that an assignment is a step of; the steps stand in its order.</summary>
public sealed record OwnListAnswer(int Id, string Title);
