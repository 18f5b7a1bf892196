namespace Classroom.Web.Hosting.Circuits;

/// <summary>Which limit leaves no place.</summary>
public enum FullFor
{
    Person,
    Address,
}
