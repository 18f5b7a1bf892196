namespace Classroom.Web.Features.Quizzes;

/// <param name="Response">Null takes it back.</param>
public sealed record ResponseRequest(ResponseShape? Response);
