namespace Classroom.School;

/// <summary>An entity that refuses a save based on an outdated reading; the context counts up on each save.</summary>
internal interface IVersioned
{
    int Version { get; set; }
}
