namespace Classroom.Web.Shared;

/// <summary>Something was to be done in the name of somebody whose sign-in has ended.</summary>
public sealed class SignedOutException() : NotAllowedException(Text)
{
    public const string Text = "You are no longer signed in. Sign in again: everything that was saved is still there.";
}
