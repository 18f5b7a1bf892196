namespace Classroom.Web.Shared;

/// <summary>The answer of a call that has made something.</summary>
public sealed record CreatedAnswer(Guid Id);
