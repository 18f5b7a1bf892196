namespace Classroom.Web.Features.Lab.Bench;

/// <summary>Layers whose sizes stand in one field of the form.</summary>
public enum LayerGroup
{
    Convolutions,
    Dense,
    Hidden,
    Code,
    Recurrent,
}
