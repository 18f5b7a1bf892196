namespace Classroom.Training.Models;

/// <summary>What kind of layer passes values on.</summary>
public enum LayerKind
{
    Input,
    Convolution,
    Dense,
    Recurrent,
    Code,
    Output,
}
