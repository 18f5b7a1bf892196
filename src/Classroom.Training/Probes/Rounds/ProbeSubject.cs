using Classroom.Training.Data;
using Classroom.Training.Models;
using Classroom.Training.Settings;

namespace Classroom.Training.Probes.Rounds;

/// <summary>What decides which probes fit: a model on a data set.</summary>
internal sealed record ProbeSubject(ModelConfig Model, DataSetInfo Data, ModelSize Size)
{
    /// <summary>The network draws its input again.</summary>
    public bool Copies => Model.CopiesInput;

    /// <summary>The network says which character comes next.</summary>
    public bool Writes => Data.Kind == DataSetKind.Text;

    public bool PredictsNumbers => Data.IsRegression && !Copies;

    public bool Classifies => !Copies && !Writes && !PredictsNumbers;

    /// <summary>The examples are points of a plane.</summary>
    public bool IsPlane => Data.Kind == DataSetKind.Table && Data.Shape[0] == 2;

    /// <summary>The network is a line: one weight and one bias, and the mean squared error.</summary>
    public bool IsLine => Model is MlpConfig { Hidden.Count: 0 } && Data is { Kind: DataSetKind.Table, IsRegression: true, Shape: [1] };
}
