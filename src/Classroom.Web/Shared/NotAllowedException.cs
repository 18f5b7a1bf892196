namespace Classroom.Web.Shared;

/// <summary>Somebody may not do what was to be done in her name. The message is for people.</summary>
public class NotAllowedException(string message) : UnauthorizedAccessException(message);
