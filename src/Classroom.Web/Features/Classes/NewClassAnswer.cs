namespace Classroom.Web.Features.Classes;

/// <param name="Code">What students join with.</param>
public sealed record NewClassAnswer(int Id, string Code);
